import { showId } from '@/lib/core/id';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Notice, TellingOf } from '@/lib/platform/telling/telling';
import { certificationName } from './catalog';
import { CERTIFICATION } from './lifecycle';

import { certificationToTell, openJobsOf, timesMoved } from './store';

/** `days`: when it expires, in words. `reason`: what an admin wrote. */
type Facts = { certification: string; days?: string; reason?: string };
type Event = { certificationId: string };

/** What happened again is news once more. */
async function once(tx: Tx, { certificationId }: Event): Promise<string> {
  const round = await timesMoved(tx, CERTIFICATION.name, certificationId, ['undo', 'requeue']);
  return `${certificationId}${round ? `:${round}` : ''}`;
}

async function factsOf(tx: Tx, { certificationId }: Event) {
  const { code, evidence, expert, company, personId } = await certificationToTell(tx, certificationId);
  const facts = { expert, company, certification: certificationName(code) };
  return { personId, facts, reason: evidence ? { reason: sentence(evidence) } : {} };
}

/** To the admins: there is something to verify. */
async function toVerify(tx: Tx, event: Event): Promise<Notice<Facts>[]> {
  const { facts } = await factsOf(tx, event);
  const path = `/admin/verification/${showId(event.certificationId)}`;
  return [{ facts, path, once: await once(tx, event) }];
}

/** To whoever holds it. */
const toHolder =
  (path: string, { withReason = false } = {}) =>
  async (tx: Tx, event: Event): Promise<Notice<Facts>[]> => {
    const { personId, facts, reason } = await factsOf(tx, event);
    return [
      {
        people: [personId],
        facts: { ...facts, ...(withReason ? reason : {}) },
        path,
        once: await once(tx, event),
      },
    ];
  };

export const telling = {
  'certification.claimed': {
    news: {
      'certification.claimed': {
        stranger: true,
        topic: 'verification',
        to: 'admins',
        subject: () => 'A certification is waiting to be verified',
        says: (d) => `${d.expert} claims ${d.certification}.`,
        action: 'Verify it',
        about: toVerify,
      },
    },
  },
  'certification.verified': {
    news: {
      'certification.verified': {
        topic: 'certifications',
        subject: () => 'Your certification is verified',
        says: (d) => `${d.certification} is verified. You can respond to requests.`,
        action: 'See open requests',
        about: toHolder('/work'),
      },
    },
  },
  'certification.rejected': {
    news: {
      'certification.rejected': {
        topic: 'certifications',
        subject: () => 'We couldn’t verify your certification',
        says: (d) => `We couldn’t verify ${d.certification}.${d.reason ? ` Reason: ${d.reason}` : ''}`,
        action: 'Open your profile',
        about: toHolder('/profile', { withReason: true }),
      },
    },
  },
  'certification.lapsed': {
    news: {
      'certification.lapsed': {
        when: ({ cause }) => cause === 'expired',
        topic: 'certifications',
        subject: () => 'One of your certifications has expired',
        says: (d) =>
          `${d.certification} has expired. Without an active one, you can’t respond or ask for access, and your profile is hidden.`,
        action: 'Open your profile',
        about: toHolder('/profile'),
      },
      'certification.revoked': {
        when: ({ cause }) => cause === 'revoked',
        topic: 'certifications',
        subject: () => 'Your certification was revoked',
        says: (d) =>
          `An admin revoked ${d.certification}. Reason: ${d.reason} Without another one, you can’t respond or use access.`,
        action: 'Open your profile',
        about: toHolder('/profile', { withReason: true }),
      },
      /** For the customers with whom whoever lost it has agreed on something, or proposes to. */
      'certification.lost': {
        when: ({ cause }) => cause === 'revoked',
        topic: 'security',
        to: 'customer',
        subject: (d) => `${d.expert} lost a certification`,
        says: (d) =>
          `We revoked ${d.expert}’s ${d.certification}. Look at “${d.title}” and decide whether to continue.`,
        action: 'Open the conversation',
        async about(tx, event) {
          const { facts } = await factsOf(tx, event);
          return (await openJobsOf(tx, event.expertId)).map((conversationId) => ({
            conversationId,
            facts,
            path: `/conversations/${showId(conversationId)}`,
            once: `${event.certificationId}:${conversationId}`,
          }));
        },
      },
    },
  },
  'certification.requeued': {
    news: {
      'certification.requeued': {
        stranger: true,
        topic: 'verification',
        to: 'admins',
        subject: () => 'A certification is waiting to be verified again',
        says: (d) => `${d.expert} changed their name. Check ${d.certification} again.`,
        action: 'Verify it',
        about: toVerify,
      },
    },
  },
  'certification.undone': {
    news: {
      'certification.undone': {
        topic: 'certifications',
        subject: () => 'We’re looking at your certification again',
        says: (d) =>
          `An admin undid the decision about ${d.certification}. It’s waiting to be verified again, and we tell you when that’s done.`,
        action: 'Open your profile',
        about: toHolder('/profile'),
      },
    },
  },
  'certification.expiring': {
    news: {
      'certification.expiring': {
        topic: 'certifications',
        subject: (d) => `One of your certifications expires ${d.days}`,
        says: (d) =>
          `${d.certification} expires ${d.days}. Without an active one, your profile is hidden and you can’t respond. Once you’ve renewed it, add the new certificate.`,
        action: 'Add the new certificate',
        async about(tx, event) {
          const { personId, facts } = await factsOf(tx, event);
          return [
            {
              people: [personId],
              facts: { ...facts, days: inDays(event.daysLeft) },
              path: '/profile?add=1#certifications',
              // Each warning is told.
              once: `${event.certificationId}:${event.warning}`,
            },
          ];
        },
      },
    },
  },
} satisfies TellingOf<Facts>;

/** As an admin wrote it, with a full stop at the end: more is said after it. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
