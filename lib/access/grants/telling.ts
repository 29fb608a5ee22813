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
          `${d.expert} can now enter the AWS account for “${d.title}”. It ends by itself at the final payment.`,
        action: 'Open the access',
        about: toldOnce,
      },
    },
  },
  'grant.failed': {
    line: { says: () => 'The role could not be made; nobody has access', lamp: 'stop' },
    news: {
      'grant.failed': {
        topic: 'access',
        to: 'both',
        subject: () => 'The role could not be made',
        says: (d) =>
          `The role for ${d.expert} could not be made in AWS. Nobody has access. The page says why.`,
        action: 'See what to do',
        about: toldOnce,
      },
    },
  },
  'grant.cutOff': {
    line: { says: () => "Sessions are on hold: we can't reach the access in AWS", lamp: 'stop' },
    news: {
      'grant.cutOff': {
        topic: 'security',
        to: 'both',
        subject: (d) => `Access for ${d.expert} is on hold`,
        says: (d) =>
          `We can't confirm that the access for “${d.title}” can be ended, so no new session opens. The page says what to do.`,
        action: 'See what to do',
        about: toldEachTime,
      },
    },
  },
  'grant.restored': {
    line: { says: () => 'Sessions are possible again', lamp: 'go' },
    news: {
      'grant.restored': {
        topic: 'access',
        to: 'both',
        subject: (d) => `Access for ${d.expert} works again`,
        says: (d) => `We reach the AWS account for “${d.title}” again. New sessions can be opened.`,
        action: 'Open the access',
        about: toldEachTime,
      },
    },
  },
  'grant.revoking': {
    line: { says: () => 'Access is ending: no new session is given', lamp: 'wait' },
  },
  'grant.denied': {
    line: {
      says: ({ proven }) =>
        proven
          ? 'Access is denied: AWS refused a test session'
          : 'Access is denied: AWSDenyAll is attached, but no call could prove it',
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
            proven ? {} : { reason: 'AWSDenyAll is attached, but no call could prove that it holds.' },
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
          `The role for “${d.title}” no longer exists in AWS. Each step was checked, and is listed with its instant.`,
        action: 'See the proof',
        about: toldOnce,
      },
    },
  },
  'grant.stuck': {
    line: { says: () => 'Ending the access needs a hand: see the access page', lamp: 'stop' },
    news: {
      'grant.stuck': {
        topic: 'security',
        to: 'customer',
        right: 'grant',
        subject: () => 'Ending the access needs your hand',
        says: (d) =>
          `The access of ${d.expert} for “${d.title}” could not be ended by itself. The page says what to do.`,
        action: 'See what to do',
        about: toldOnce,
      },
    },
  },
} satisfies TellingOf<Facts>;
