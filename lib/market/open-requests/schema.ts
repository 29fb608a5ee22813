import { z } from 'zod';
import { textField } from '@/lib/core/text';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/market/requests/schema';

export const SEARCH_TEXT_MAX = 200;
/** Of each kind, so that an address stays an address. */
export const MOST_TAGS = 10;

export const keysOf = <Key extends string>(labels: Record<Key, string>) =>
  Object.keys(labels) as [Key, ...Key[]];

export const WITHIN_LABELS = {
  '1': 'Last 24 hours',
  '3': 'Last 3 days',
  '7': 'Last week',
  '30': 'Last 30 days',
} as const;
/** From so many on, responses are not few any more. The same number stands in the words by which requests are found. */
export const FEW_BELOW = 5;
export const RESPONSES_LABELS = {
  none: 'No responses yet',
  few: `Fewer than ${FEW_BELOW} responses`,
} as const;
export const SORT_LABELS = { new: 'Newest first', few: 'Fewest responses first' } as const;

/** The last one counts where an address names it twice; empty stands for nothing. */
const one = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => [value].flat().at(-1) || undefined, schema.optional());

/** One or several values of a name in an address, without doubles. */
const several = <Schema extends z.ZodType<string>>(schema: Schema, name: string) =>
  z.preprocess(
    (value) => [...new Set([value ?? []].flat().filter((one) => one !== ''))],
    z
      .array(schema, { error: `We can’t read these ${name}.` })
      .max(MOST_TAGS, `Choose at most ${MOST_TAGS} ${name}.`),
  );

const code = (name: string) => z.string().regex(/^[a-z0-9-]{1,40}$/, `We don’t know this ${name}.`);

/** A search over open requests: what the page's address says, and what a saved search keeps. */
export const OpenRequestSearch = z.object({
  q: z.preprocess(
    (value) => [value].flat().at(-1) ?? '',
    textField('Search', { min: 0, max: SEARCH_TEXT_MAX, readers: 'none' }),
  ),
  budget: several(z.enum(keysOf(BUDGET_LABELS), 'We don’t know this budget.'), 'budgets'),
  location: several(z.enum(keysOf(LOCATION_LABELS), 'We don’t know this location.'), 'locations'),
  service: several(code('service'), 'services'),
  region: several(code('Region'), 'Regions'),
  within: one(z.enum(keysOf(WITHIN_LABELS), 'Choose how old requests can be.')),
  responses: one(z.enum(keysOf(RESPONSES_LABELS), 'Choose how many responses there can be.')),
  free: one(z.literal('yes', 'Choose whether spots must be left.')),
  sort: one(z.enum(keysOf(SORT_LABELS), 'Choose an order.')),
});
export type OpenRequestSearch = z.output<typeof OpenRequestSearch>;
