import { showId } from '@/lib/core/id';
import type { Side } from '@/lib/core/lifecycle';
import { DAY } from '@/lib/core/time';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Notice, TellingOf } from '@/lib/platform/telling/telling';
import { RIGHTS_IN_WORDS, type Right, rightsInWords, tidyRights } from './rules';
import { memberToTell } from './store';

/** `expert` holds the member's name and `company` the tenant's, on either side; `reason` the right. */
type Facts = { reason?: string };
type Event = { personId: string; customerId?: string | null; companyId?: string | null };

/** A change of a member as a notice; everything but a question is told each time. */
async function noticeOf(tx: Tx, { personId, customerId, companyId }: Event) {
  const side: Side = customerId ? 'customer' : 'company';
  const tenant = { side, id: (customerId ?? companyId)! };
  const { owners, rights, name, tenantName } = await memberToTell(tx, tenant, personId);
  const at = (await tx.now()).getTime();
  const page = side === 'customer' ? '/members?customer=' : '/company/members?company=';
  return {
    side,
    rights,
    at,
    who: `${tenant.id}:${personId}`,
    notice: {
      people: owners,
      facts: { expert: name, company: tenantName },
      path: `${page}${showId(tenant.id)}`,
      once: `${tenant.id}:${personId}:${at}`,
    },
  };
}

/** To the owners, who can act. */
async function toOwners(tx: Tx, event: Event): Promise<Notice<Facts>[]> {
  return [(await noticeOf(tx, event)).notice];
}

export const telling = {
  'member.joined': {
    news: {
      'member.joined': {
        topic: 'people',
        subject: () => 'Someone accepted an invitation',
        says: (d) => `${d.expert} is now a member of ${d.company}.`,
        action: 'See the members',
        about: toOwners,
      },
    },
  },
  'member.left': {
    news: {
      'member.left': {
        when: ({ removed }) => !removed,
        topic: 'people',
        subject: () => 'A member has left',
        says: (d) => `${d.expert} is no longer a member of ${d.company}.`,
        action: 'See the members',
        about: toOwners,
      },
      'member.removed': {
        when: ({ removed }) => removed,
        topic: 'people',
        subject: () => 'You’ve been removed as a member',
        says: (d) => `An owner removed you from ${d.company}. If you didn’t expect this, ask them.`,
        action: 'Open settings',
        async about(tx, event) {
          const { notice } = await noticeOf(tx, event);
          return [{ ...notice, people: [event.personId], path: '/settings' }];
        },
      },
    },
  },
  'member.changed': {
    news: {
      'member.changed': {
        topic: 'people',
        subject: () => 'Your rights have changed',
        says: (d) => `In ${d.company}, you now have: ${d.reason}.`,
        action: 'See your rights',
        async about(tx, event) {
          const { side, rights, notice } = await noticeOf(tx, event);
          const reason = rightsInWords(side, tidyRights(side, rights));
          return [{ ...notice, people: [event.personId], facts: { ...notice.facts, reason } }];
        },
      },
    },
  },
  'member.asked': {
    news: {
      'member.asked': {
        topic: 'people',
        subject: () => 'A member asks for a right',
        says: (d) =>
          `${d.expert} asks for the “${d.reason}” right in ${d.company}. Give it, or leave things as they are.`,
        action: 'Decide',
        async about(tx, event) {
          const { side, who, at, notice } = await noticeOf(tx, event);
          const reason = RIGHTS_IN_WORDS[side][event.right as Right]?.short ?? event.right;
          // Asked once a day for a right is asked often enough.
          const once = `${who}:${event.right}:${Math.floor(at / DAY)}`;
          return [{ ...notice, facts: { ...notice.facts, reason }, once }];
        },
      },
    },
  },
} satisfies TellingOf<Facts>;
