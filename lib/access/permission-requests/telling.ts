import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

const onItsPage = ofJob<{ conversationId: string; permissionRequestId: string }>({
  path: ({ permissionRequestId }) => `/access/${showId(permissionRequestId)}`,
  once: ({ permissionRequestId }) => permissionRequestId,
});

export const telling = {
  'permission.requested': {
    line: { says: () => 'AWS access requested', lamp: 'wait' },
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
    line: { says: () => 'Access accepted. Creating the role in AWS.', lamp: 'wait' },
  },
  'permission.declined': {
    line: { says: () => 'Access request declined', lamp: 'ended' },
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
    line: { says: () => 'Access request withdrawn', lamp: 'ended' },
  },
} satisfies TellingOf;
