import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { AS_IS } from '@/lib/core/visible';

/** What is written in a conversation; each but the message has a page of that name below the conversation's. */
export const FORMS = ['message', 'proposal', 'payment', 'permission', 'review'] as const;
export type DraftForm = (typeof FORMS)[number];

/** More than any of these forms takes: what is too long to be sent is kept all the same. */
export const FIELDS_MAX = 100;
export const TEXT_MAX = 30_000;

/** Of the form, and not of its writer. */
const OWN = ['conversationId', 'draftOf', 'key', 'stay', 'proposalId', 'clientId', 'draft', AS_IS];

const tooMuch = 'This is too long to save as a draft. Send it, or save it somewhere else.';

/** A form as it stands, half filled in: every text of it, by the name of its field. */
export const SaveDraft = z
  .looseObject({
    conversationId: idField,
    draftOf: z.enum(FORMS),
    /** Of the form that is being written; once that was sent, there is nothing left to keep. */
    key: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  })
  .transform(({ conversationId, draftOf, key, ...rest }, context) => {
    const fields: Record<string, string> = {};
    gather(rest, '', fields);
    for (const name of OWN) delete fields[name];
    const texts = Object.values(fields);
    if (texts.length > FIELDS_MAX || texts.join('').length > TEXT_MAX) {
      context.issues.push({ code: 'custom', message: tooMuch, path: [], input: rest });
      return z.NEVER;
    }
    return { conversationId, form: draftOf, key, fields };
  });
export type SaveDraft = z.output<typeof SaveDraft>;

/** The door has made lists of "milestones.0.title"; here each is its name again. */
function gather(value: unknown, name: string, into: Record<string, string>): void {
  if (typeof value === 'string') into[name] = value.replaceAll('\u0000', '');
  if (typeof value !== 'object' || value === null || value instanceof File) return;
  for (const [key, below] of Object.entries(value)) gather(below, name ? `${name}.${key}` : key, into);
}
