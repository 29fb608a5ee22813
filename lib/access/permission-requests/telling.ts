import { showId } from '@/lib/core/id';
import { firstLine } from '@/lib/core/text';
import { DAY } from '@/lib/core/time';
import { dotted, LINE_REASON, type Line } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { permissionRequestToTell } from './store';

const onItsPage = ofJob<{ conversationId: string; permissionRequestId: string }>({
  path: ({ permissionRequestId }) => `/access/${showId(permissionRequestId)}`,
  once: ({ permissionRequestId }) => permissionRequestId,
});

const line: Pick<Line<{ permissionRequestId: string }>, 'about' | 'path'> = {
  async about(tx, { permissionRequestId: id }) {
    const { level, decidedBy, declineReason, grant } = await permissionRequestToTell(tx, id);
    const reason = firstLine(declineReason ?? '', LINE_REASON);
    const days = grant && Math.round((grant.endsAt.getTime() - grant.createdAt.getTime()) / DAY);
    return {
      id,
      facts: {
        level,
        ...(grant ? { of: grant.id, account: grant.connection.label } : {}),
        ...(days ? { until: days === 1 ? '1 day' : `${days} days` } : {}),
        ...(reason ? { reason } : {}),
        ...(decidedBy ? { decided: 'by a person' } : {}),
      },
    };
  },
  path: (id) => `/access/${showId(id)}`,
};

export const telling = {
  'permission.requested': {
    line: { ...line, mark: 'key', says: (f) => ['asked for access ·', f.level] },
    news: {
      'permission.requested': {
        topic: 'asked',
        to: 'customer',
        right: 'grant',
        subject: (d) => `${d.expert} requests access to AWS`,
        says: (d) =>
          `${d.expert} requests access to an AWS account for “${d.title}”. See what it allows before you decide.`,
        action: 'Review access request',
        about: onItsPage,
      },
    },
  },
  'permission.accepted': {
    line: {
      ...line,
      mark: 'key',
      joins: { key: 'access', as: 'head' },
      says: (f) => ['granted access ·', dotted(`${f.level} for up to ${f.until}`, f.account)],
    },
  },
  'permission.declined': {
    line: {
      ...line,
      mark: 'no',
      says: (f) =>
        f.reason ? [`declined ${f.level}:`, f.reason] : ['declined the access request ·', f.level],
    },
    news: {
      'permission.declined': {
        topic: 'access',
        to: 'expert',
        subject: () => 'Your access request was declined',
        says: (d) => `${d.customer} declined your request for access to AWS for “${d.title}”.`,
        action: 'Open the conversation',
        about: onItsPage,
      },
    },
  },
  'permission.withdrawn': {
    line: {
      ...line,
      mark: 'no',
      // What is over takes an open request with it.
      acted: (f) => f.decided !== undefined,
      says: (f, acted) => [acted ? 'withdrew the access request ·' : 'Access request closed ·', f.level],
    },
  },
} satisfies TellingOf;
