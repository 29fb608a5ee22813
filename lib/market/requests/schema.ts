import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField } from '@/lib/core/text';
import { tidy } from '@/lib/core/visible';
import { MOST_TAGS, regionCode, serviceCode } from '@/lib/market/tags/rules';

// The guide's numbers ("Creating a title", "Creating a description", "Providing your name and email address").
export const TITLE = { min: 10, max: 140 };
export const DESCRIPTION = { min: 30, max: 1500 };
export const CONTACT_NAME = { min: 1, max: 30 };
export const CONTACT_EMAIL_MAX = 254;

/** The guide's five budgets, by the names the database keeps. */
export const BUDGET_LABELS = {
  from50: '$50 - $100',
  from100: '$100 - $1,000',
  from1000: '$1,000 - $10,000',
  from10000: '$10,000 and up',
  unknown: "I don't know",
} as const;
export type Budget = keyof typeof BUDGET_LABELS;

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

const title = textField('Request title', TITLE);
const description = textField('Description', { ...DESCRIPTION, lines: true });
const budget = z.enum(keysOf(BUDGET_LABELS), { error: 'Choose a budget.' });
const location = z.enum(keysOf(LOCATION_LABELS), { error: 'Choose a location.' });
/** An empty field of a form stands for nothing. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
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
          message: `“${unknown.slice(1)}” is not in the list of ${what}. Choose one that is, or leave it out.`,
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
/** SHA-256, in hex, of the secret in the browser's draft cookie. The door adds it; a form cannot. */
const draftHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional();

/** The two fields of the first page: enough to go on with. */
export const BeginRequest = z.object({
  title,
  description,
  draftHash,
  /** The form began with the draft of this browser, so it goes on with it; else that draft is kept beside this one. */
  continues: maybe(z.literal('yes')),
});
export type BeginRequest = z.output<typeof BeginRequest>;

/** Half a sentence is a draft, too: only what would never fit is refused. */
const half = (name: string, most: number) =>
  z
    .string()
    .max(most, `${name} is too long to be kept.`)
    .optional()
    .transform((text) => tidy(text ?? '').replaceAll('\u0000', ''));
const known = (codeOf: (text: string) => string | null) =>
  z
    .string()
    .max(4_000)
    .optional()
    .transform((text) => {
      const codes = (text ?? '').split(/[,;\n]/).map(codeOf);
      return [...new Set(codes.filter((code) => code !== null))].slice(0, MOST_TAGS);
    });

export const SaveDraft = z.object({
  draftId: maybe(idField),
  /** Of the form that is being written: it makes one draft, however often it is saved. */
  key: maybe(z.uuid()),
  title: half('Request title', 1_000),
  description: half('Description', 10_000),
  budget: maybe(budget),
  location: maybe(location),
  services: known(serviceCode),
  regions: known(regionCode),
  slots,
  contactName: half('Your name', 200),
  contactEmail: half('E-mail address', 400),
  toCompanyId: maybe(idField),
  toExpertId: maybe(idField),
  draftHash,
});
export type SaveDraft = z.output<typeof SaveDraft>;

/** On a public profile: whom the request is for, and who asks. */
export const BeginDirect = z.object({
  companyId: idField,
  expertId: maybe(idField),
  contactName: fields.contactName,
  contactEmail: fields.contactEmail,
  draftHash,
});
export type BeginDirect = z.output<typeof BeginDirect>;

export const OfDraft = z.object({ draftId: idField });
export type OfDraft = z.output<typeof OfDraft>;

/** What a person fills in: checked by the browser before it is sent, and by the server. */
export const RequestTexts = z.object({ ...fields, asIs });

export const PostRequest = RequestTexts.extend({
  /** For which of the person's customers; without it their first, which is made where there is none. */
  customerId: maybe(idField),
  /** For one company alone, or for one of its experts. */
  toCompanyId: maybe(idField),
  toExpertId: maybe(idField),
  /** The draft that it was written in, which has then served: the person's own, or this browser's. */
  draftId: maybe(idField),
  draftHash,
});
export type PostRequest = z.output<typeof PostRequest>;

export const EditRequest = RequestTexts.extend({
  requestId: idField,
  /** How often the request had been edited when the form was opened: an edit in between is not overwritten unseen. */
  edits: z.coerce.number().int().min(0),
});
export type EditRequest = z.output<typeof EditRequest>;

export const ImproveRequest = z.object({
  requestId: idField,
  by: z.enum(['anywhere', 'unlimited', 'services']),
});
export type ImproveRequest = z.output<typeof ImproveRequest>;

export const OfRequest = z.object({ requestId: idField });
export type OfRequest = z.output<typeof OfRequest>;

export const ViewRequest = z.object({ requestId: idField, companyId: idField });
export type ViewRequest = z.output<typeof ViewRequest>;

export const SetAccepting = z.object({
  requestId: idField,
  accepting: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
export type SetAccepting = z.output<typeof SetAccepting>;

/** What one would say to those who were not chosen; the customer may say it otherwise, or not at all. */
export const THANKS_MAX = 1000;
export const THANKS =
  'Thank you for your answer, and for the time it took you. We have chosen another expert for this request. We would be glad to hear from you when we ask again.';

export const Settle = z.object({
  responseId: idField,
  thanks: textField('Message', { min: 0, max: THANKS_MAX, lines: true }).optional(),
});
export type Settle = z.output<typeof Settle>;
