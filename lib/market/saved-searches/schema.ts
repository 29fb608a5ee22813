import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { keysOf } from '@/lib/market/open-requests/schema';

export const SEARCH_NAME = { min: 1, max: 60 };

export const PACE_LABELS = {
  immediate: 'E-mail at once',
  daily: 'One e-mail each morning',
  off: 'No e-mail',
} as const;

const name = textField('Name', SEARCH_NAME);
const pace = z.enum(keysOf(PACE_LABELS), { error: 'Choose when to be told.' });

export const SaveSearch = z.object({
  name,
  pace,
  query: z.string().max(2000, 'This search is too long to be kept.'),
});
export type SaveSearch = z.output<typeof SaveSearch>;

export const EditSearch = z.object({ savedSearchId: idField, name, pace });
export type EditSearch = z.output<typeof EditSearch>;

export const RemoveSearch = z.object({ savedSearchId: idField });
export type RemoveSearch = z.output<typeof RemoveSearch>;
