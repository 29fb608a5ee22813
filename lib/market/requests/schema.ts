import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField } from '@/lib/core/text';
import { EMAIL_MAX } from '@/lib/core/visible';
import { MOST_TAGS, regionCode, serviceCode } from '@/lib/market/tags/rules';

// The guide's numbers ("Creating a title", "Creating a description", "Providing your name and email address").
export const TITLE = { min: 10, max: 140 };
export const DESCRIPTION = { min: 30, max: 1500 };
export const CONTACT_NAME = { min: 1, max: 30 };
export const CONTACT_EMAIL_MAX = EMAIL_MAX;

/** The guide's five budgets, by the names the database keeps. */
export const BUDGET_LABELS = {
  from50: '$50 - $100',
  from100: '$100 - $1,000',
  from1000: '$1,000 - $10,000',
  from10000: '$10,000 and up',
  unknown: "I don't know",
} as const;
export type Budget = keyof typeof BUDGET_LABELS;

/** A budget on a card, in a tag or a search: whoever chose "I don't know" in the form has left it open. */
export function budgetInWords(budget: Budget): string {
  return budget === 'unknown' ? 'Budget open' : BUDGET_LABELS[budget];
}

/** The guide's five locations. A wish, never a filter: experts from anywhere see a request and may respond. */
export const LOCATION_LABELS = {
  anywhere: 'Anywhere',
  fr: 'France',
  uk: 'UK',
  us: 'US',
  anz: 'Australia/New Zealand',
} as const;
export type Location = keyof typeof LOCATION_LABELS;

const keysOf = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];

// Kept as a draft first: `canPublish` reads them when they are posted.
const title = textField('Request title', { ...TITLE, readers: 'none' });
const description = textField('Description', { ...DESCRIPTION, lines: true, readers: 'none' });
const budget = z.enum(keysOf(BUDGET_LABELS), { error: 'Choose a budget.' });
const location = z.enum(keysOf(LOCATION_LABELS), { error: 'Choose a location.' });
/** An empty field of a form stands for nothing. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Codes, names or other words, separated by commas or lines as a plain field has them, or in a list. */
function tagsField(what: 'services' | 'Regions', codeOf: (text: string) => string | null) {
  return z
    .union([z.string().max(2_000), z.array(z.string().max(80)).max(100)])
    .optional()
    .transform((given, context) => {
      const words = (typeof given === 'string' ? given.split(/[,;\n]/) : (given ?? []))
        .map((word) => word.trim())
        .filter(Boolean);
      const codes = [...new Set(words.map((word) => codeOf(word) ?? `?${word}`))];
      const unknown = codes.find((code) => code.startsWith('?'));
      if (unknown)
        context.addIssue({
          code: 'custom',
          message: `“${unknown.slice(1)}” isn’t in the list of ${what}. Choose one that is, or leave it out.`,
        });
      else if (codes.length > MOST_TAGS)
        context.addIssue({ code: 'custom', message: `Choose at most ${MOST_TAGS} ${what}.` });
      return codes;
    });
}

/** How many responses may be open at once. A flood of answers helps nobody; a withdrawn one makes room. */
export const SLOTS = { min: 1, max: 100, usual: 10 };
const slots = z
  .union(
    [z.literal('none'), z.literal(''), z.null(), z.coerce.number().int().min(SLOTS.min).max(SLOTS.max)],
    { error: `Choose a number from ${SLOTS.min} to ${SLOTS.max}, or no limit.` },
  )
  .optional()
  .transform((value) => (typeof value === 'number' ? value : null));

const fields = {
  title,
  description,
  budget,
  location,
  services: tagsField('services', serviceCode),
  regions: tagsField('Regions', regionCode),
  slots,
  contactName: textField('Your name', CONTACT_NAME),
  contactEmail: addressField,
};
/** Ticked after the warning about contact details in the text: the writer wants them there. */
const asIs = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** What a person fills in: checked by the browser before it is sent, and by the server. */
export const RequestTexts = z.object({ ...fields, asIs });
export type RequestTexts = z.output<typeof RequestTexts>;

/** The columns that experts read of a request. Name and address are the customer's own affair, and have no history. */
export const TOLD_COLUMNS = {
  title: true,
  description: true,
  budget: true,
  location: true,
  services: true,
  regions: true,
} as const;
export type Told = Pick<RequestTexts, keyof typeof TOLD_COLUMNS>;

/** The columns that a person fills in, of a request and of its draft. */
export const FORM_COLUMNS = { ...TOLD_COLUMNS, slots: true, contactName: true, contactEmail: true } as const;

export const SetAccepting = z.object({
  requestId: idField,
  accepting: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
export type SetAccepting = z.output<typeof SetAccepting>;
