import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { RequestTexts } from '@/lib/market/requests/schema';

export const EditRequest = RequestTexts.extend({
  requestId: idField,
  /** How often the request had been edited when the form was opened: an edit in between is not overwritten unseen. */
  edits: z.coerce.number().int().min(0),
});
export type EditRequest = z.output<typeof EditRequest>;
