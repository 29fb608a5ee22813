import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { sentForm, textField } from '@/lib/core/text';

/** Our own limit (the guide names none): long enough for a stack trace, short enough for a chat. */
export const MESSAGE_MAX = 4000;

/** So many messages a page shows at first, and each time that earlier ones are asked for. */
export const MESSAGES_SHOWN = 100;

export const OUT_OF_DATE = 'This page is out of date. Open it again.';

/** The writer's own id for a message: a retry with the same one is the same message. */
const clientId = z.string({ error: OUT_OF_DATE }).regex(/^[0-9a-zA-Z-]{8,64}$/, OUT_OF_DATE);

/** The last position that the column can hold. */
export const LAST_POSITION = 2_147_483_647;

/** A position in a conversation: a number from a script, its digits from a form. More than the column holds is none. */
const position = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number),
    ],
    { error: OUT_OF_DATE },
  )
  .pipe(z.number().int(OUT_OF_DATE).min(0, OUT_OF_DATE).max(LAST_POSITION, OUT_OF_DATE));

export const SendMessage = sentForm(
  {
    conversationId: idField,
    clientId,
    body: textField('Message', { min: 1, max: MESSAGE_MAX, lines: true }),
  },
  ['body'],
  OUT_OF_DATE,
);
export type SendMessage = z.output<typeof SendMessage>;

export const MarkRead = z.object({ conversationId: idField, seq: position }, OUT_OF_DATE);
export type MarkRead = z.output<typeof MarkRead>;

export const InConversation = z.object({ conversationId: idField }, OUT_OF_DATE);
export const CatchUp = z.object({ conversationId: idField, after: position }, OUT_OF_DATE);
export const Earlier = z.object({ conversationId: idField, before: position }, OUT_OF_DATE);
/** The position in a link: none where it is not one, and the latest messages are shown. */
export const BeforeLink = position.optional().catch(undefined);
