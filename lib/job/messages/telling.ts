import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

export const telling = {
  'message.sent': {
    news: {
      'message.sent': {
        topic: 'messages',
        to: 'both',
        gathered: true,
        subject: (d) => `New message about “${d.title}”`,
        says: (d) => `You have a new message about “${d.title}”.`,
        action: 'Open the conversation',
        about: ofJob<{ conversationId: string; messageId: string }>({ once: ({ messageId }) => messageId }),
      },
    },
  },
} satisfies TellingOf;
