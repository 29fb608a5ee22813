import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

/** Instants stand on the page, in the reader's own zone. */
type Facts = { reason?: string };
type Event = { conversationId: string; grantId: string };

const path = ({ grantId }: Event) => `/access/${showId(grantId)}`;
const toldOnce = ofJob<Event, Facts>({ path, once: ({ grantId }) => grantId });
/** What can happen to one access many times. */
const toldEachTime = ofJob<Event, Facts>({ path, once: ({ grantId }, tx) => `${grantId}:${tx.callId}` });

export const telling = {
  'grant.active': {
    line: { says: () => 'Access is active', lamp: 'go' },
    news: {
      'grant.active': {
        topic: 'access',
        to: 'both',
        subject: (d) => `Access for ${d.expert} is active`,
        says: (d) =>
          `${d.expert} now has access to the AWS account for “${d.title}”. Access ends automatically with the final payment.`,
        action: 'View access',
        about: toldOnce,
      },
    },
  },
  'grant.failed': {
    line: { says: () => 'We couldn’t create the role. No one has access.', lamp: 'stop' },
    news: {
      'grant.failed': {
        topic: 'access',
        to: 'both',
        subject: () => 'We couldn’t create the role',
        says: (d) =>
          `We couldn’t create the role for ${d.expert} in AWS. No one has access. See why on the access page.`,
        action: 'See what to do',
        about: toldOnce,
      },
    },
  },
  'grant.cutOff': {
    line: { says: () => 'Sessions are on hold: we can’t check this access in AWS', lamp: 'stop' },
    news: {
      'grant.cutOff': {
        topic: 'security',
        to: 'both',
        subject: (d) => `Access for ${d.expert} is on hold`,
        says: (d) =>
          `We can’t confirm that we can end access for “${d.title}”, so no new sessions open. See what to do on the access page.`,
        action: 'See what to do',
        about: toldEachTime,
      },
    },
  },
  'grant.restored': {
    line: { says: () => 'New sessions can open again', lamp: 'go' },
    news: {
      'grant.restored': {
        topic: 'access',
        to: 'both',
        subject: (d) => `Access for ${d.expert} is working again`,
        says: (d) => `We can reach the AWS account for “${d.title}” again. New sessions can open.`,
        action: 'View access',
        about: toldEachTime,
      },
    },
  },
  'grant.revoking': {
    line: { says: () => 'Access is ending: no new sessions', lamp: 'wait' },
  },
  'grant.denied': {
    line: {
      says: ({ proven }) =>
        proven
          ? 'Access is denied: AWS refused a test session'
          : 'Access is denied: AWSDenyAll is attached, but no test call could prove it',
      lamp: 'wait',
    },
    news: {
      'grant.denied': {
        topic: 'access',
        to: 'customer',
        subject: (d) => `${d.expert}’s access is blocked`,
        says: (d) =>
          `Access for “${d.title}” is denied. ${d.reason ?? 'AWS refused a test session.'} We delete the role after the last session ends.`,
        action: 'See the proof',
        about: ofJob<Event & { proven: boolean; round: number }, Facts>({
          facts: async (_tx, { proven }) =>
            proven ? {} : { reason: 'AWSDenyAll is attached, but no test call could prove that it works.' },
          path,
          // Each denial after the first is news once more.
          once: ({ grantId, round }) => (round > 1 ? `${grantId}:${round}` : grantId),
        }),
      },
    },
  },
  'grant.revoked': {
    line: { says: () => 'Access has ended: the role no longer exists in AWS', lamp: 'ended' },
    news: {
      'grant.revoked': {
        topic: 'access',
        to: 'both',
        subject: (d) => `Access for ${d.expert} has ended`,
        says: (d) =>
          `The role for “${d.title}” no longer exists in AWS. We checked each step and listed it with its time.`,
        action: 'See the proof',
        about: toldOnce,
      },
    },
  },
  'grant.stuck': {
    line: { says: () => 'We need help to end this access. See the access page.', lamp: 'stop' },
    news: {
      'grant.stuck': {
        topic: 'security',
        to: 'customer',
        right: 'grant',
        subject: () => 'We need your help to end this access',
        says: (d) =>
          `We couldn’t end ${d.expert}’s access for “${d.title}” automatically. See what to do on the access page.`,
        action: 'See what to do',
        about: toldOnce,
      },
    },
  },
} satisfies TellingOf<Facts>;
