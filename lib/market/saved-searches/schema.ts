import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { keysOf } from '@/lib/market/open-requests/schema';

export const SEARCH_NAME = { min: 1, max: 60 };

export const PACE_LABELS = {
  immediate: 'Email right away',
  daily: 'One email each morning',
  off: 'No email',
} as const;

const name = textField('Name', SEARCH_NAME);
const pace = z.enum(keysOf(PACE_LABELS), { error: 'Choose when we tell you.' });

export const SaveSearch = z.object({
  name,
  pace,
  query: z.string().max(2000, 'This search is too long to save.'),
});
export type SaveSearch = z.output<typeof SaveSearch>;

export const EditSearch = z.object({ savedSearchId: idField, name, pace });
export type EditSearch = z.output<typeof EditSearch>;

export const RemoveSearch = z.object({ savedSearchId: idField });
export type RemoveSearch = z.output<typeof RemoveSearch>;
