import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

const onItsPage = ofJob<{ conversationId: string; permissionRequestId: string }>({
  path: ({ permissionRequestId }) => `/access/${showId(permissionRequestId)}`,
  once: ({ permissionRequestId }) => permissionRequestId,
});

export const telling = {
  'permission.requested': {
    line: { says: () => 'Access to AWS was asked for', lamp: 'wait' },
    news: {
      'permission.requested': {
        topic: 'asked',
        to: 'customer',
        right: 'grant',
        subject: (d) => `${d.expert} asks for access to AWS`,
        says: (d) =>
          `${d.expert} asks for access to an AWS account for “${d.title}”. See what it allows before you decide.`,
        action: 'Review the request',
        about: onItsPage,
      },
    },
  },
  'permission.accepted': {
    line: { says: () => 'The access was accepted; the role is being made', lamp: 'wait' },
  },
  'permission.declined': {
    line: { says: () => 'The permission request was declined', lamp: 'ended' },
    news: {
      'permission.declined': {
        topic: 'access',
        to: 'expert',
        subject: () => 'A permission request was declined',
        says: (d) => `${d.customer} declined the access to AWS for “${d.title}”.`,
        action: 'Open the conversation',
        about: onItsPage,
      },
    },
  },
  'permission.withdrawn': {
    line: { says: () => 'The permission request was withdrawn', lamp: 'ended' },
  },
} satisfies TellingOf;
