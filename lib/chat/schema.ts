import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

/** Our own limit (the guide names none): long enough for a stack trace, short enough for a chat. */
export const MESSAGE_MAX = 4000;

/** The writer's own id for a message: a retry with the same one is the same message. */
const clientId = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/, 'This page is out of date. Open it again.');

export const SendMessage = z.object({
  conversationId: idField,
  clientId,
  body: textField('Message', { min: 1, max: MESSAGE_MAX, lines: true }),
});
export type SendMessage = z.output<typeof SendMessage>;

export const MarkRead = z.object({ conversationId: idField, seq: z.coerce.number().int().min(0) });
export type MarkRead = z.output<typeof MarkRead>;

export const InConversation = z.object({ conversationId: idField });
export const CatchUp = z.object({ conversationId: idField, after: z.coerce.number().int().min(0) });
