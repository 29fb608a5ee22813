import { showId } from '@/lib/core/id';
import { byNobody, type Line } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { grantToTell } from './store';

/** Instants stand on the page, in the reader's own zone. */
type Facts = { reason?: string };
type Event = { conversationId: string; grantId: string };

const path = ({ grantId }: Event) => `/access/${showId(grantId)}`;
const toldOnce = ofJob<Event, Facts>({ path, once: ({ grantId }) => grantId });
/** What can happen to one access many times. */
const toldEachTime = ofJob<Event, Facts>({ path, once: ({ grantId }, tx) => `${grantId}:${tx.callId}` });

/** The request's page is the access's: one address from the decision to the proof. */
const line: Pick<Line<Event>, 'about' | 'path' | 'acted'> = {
  async about(tx, { grantId }) {
    const { permissionRequestId, level, revokeCause, provenAt, _count } = await grantToTell(tx, grantId);
    return {
      id: permissionRequestId,
      facts: {
        of: grantId,
        level,
        checks: `${_count.steps} checks`,
        ...(revokeCause ? { cause: revokeCause } : {}),
        ...(provenAt ? { proven: 'yes' } : {}),
      },
    };
  },
  path: (id) => `/access/${showId(id)}`,
  acted: byNobody,
};
const END = { key: 'end', as: 'stage' } as const;
const byHand = (f: { cause?: string }) => f.cause === 'person';

export const telling = {
  'grant.active': {
    line: {
      ...line,
      mark: 'key',
      quiet: true,
      joins: { key: 'access', as: 'tail', tail: 'ready' },
      says: (f) => ['Access is ready ·', f.level],
    },
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
    line: { ...line, mark: 'alert', says: () => ['We couldn’t create the role · no one has access'] },
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
    line: {
      ...line,
      mark: 'alert',
      says: () => ['New sessions are on hold · we can’t check this access in AWS'],
    },
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
    line: { ...line, mark: 'key', quiet: true, says: () => ['New sessions can open again'] },
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
    line: {
      ...line,
      mark: 'shield',
      quiet: true,
      joins: END,
      acted: byHand,
      says: (f, acted) => (acted ? ['revoked access ·', f.level] : ['Access is ending · no new sessions']),
    },
  },
  'grant.denied': {
    line: {
      ...line,
      mark: 'shield',
      quiet: true,
      joins: END,
      says: (f) => [
        f.proven
          ? 'Access is blocked · AWS refused a test session'
          : 'Access is blocked · AWSDenyAll is attached, but no test call could prove it',
      ],
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
    line: {
      ...line,
      mark: 'shield',
      quiet: true,
      joins: END,
      says: (f) => ['Access ended ·', f.checks],
    },
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
    line: { ...line, mark: 'alert', says: () => ['We need the customer’s help to end this access'] },
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
