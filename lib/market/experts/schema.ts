import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { formatMoney, readMoney } from '@/lib/core/money';
import { textField, tickedField } from '@/lib/core/text';
import { isTimeZone } from '@/lib/core/time';
import { together } from '@/lib/core/together';
import { Claim } from '@/lib/market/certifications/schema';
import { NO_TIME_ZONE } from '@/lib/market/listings/rules';

// AWS IQ published no lengths for a profile; these are ours.
export const HEADLINE = { min: 10, max: 100 };
export const SUMMARY = { min: 0, max: 1500 };
export const EXPERIENCE = { min: 0, max: 3000 };
export const COMPANY_NAME = { min: 2, max: 80 };

/** In cents. */
const RATE = { min: 1n, max: 1_000_000n };
const dollars = (minor: bigint) => formatMoney({ minor, currency: 'USD' }, { short: true });

const MOST_LANGUAGES = 8;

export const Register = together(
  z.object({
    kind: z.enum(['alone', 'company'], { error: 'Choose whether you work alone or for a company.' }),
    companyName: z.string().optional(),
    country: z.string({ error: 'Choose a country.' }).regex(/^[A-Z]{2}$/, 'Choose a country.'),
    // Filled in later, under Profile.
    headline: textField('Headline', { ...HEADLINE, readers: 'everyone' })
      .optional()
      .default(''),
    ...Claim.shape,
  }),
  ['kind', 'companyName'],
  ({ kind, companyName }, say): { kind: typeof kind; companyName: string | null } => {
    if (kind === 'alone') return { kind, companyName: null };
    const name = textField('Company name', COMPANY_NAME).safeParse(companyName);
    return name.success
      ? { kind, companyName: name.data }
      : say(name.error.issues[0]!.message, 'companyName');
  },
);
export type Register = z.output<typeof Register>;

/** For a member of a company who has no profile in it. */
export const AddProfile = z.object({ companyId: idField, ...Claim.shape });
export type AddProfile = z.output<typeof AddProfile>;

/** A rate an hour in US dollars; an empty field means that none is published. */
const rate = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const { minor, problem } = readMoney('Rate', text, 'USD');
    if (minor !== null && minor >= RATE.min && minor <= RATE.max) return minor;
    context.addIssue({
      code: 'custom',
      message:
        problem ??
        `A rate is an amount from ${dollars(RATE.min)} to ${dollars(RATE.max)}, such as 95 or 95.50.`,
    });
    return z.NEVER;
  });

/** "English, Swedish" → a list without doubles. */
const languages = z
  .string({ error: 'Languages are missing.' })
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ])
  .check((context) => {
    const say = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
    if (context.value.length === 0) say('Enter at least one language.');
    else if (context.value.length > MOST_LANGUAGES) say(`Enter at most ${MOST_LANGUAGES} languages.`);
    else if (context.value.some((word) => !/^\p{L}[\p{L}\p{M} ()'-]{1,29}$/u.test(word)))
      say('Separate languages with commas: English, Swedish.');
  });

export const EditProfile = together(
  z.object({
    expertId: idField,
    headline: textField('Headline', { ...HEADLINE, readers: 'everyone' }),
    summary: textField('Summary', { ...SUMMARY, lines: true, readers: 'everyone' }),
    experience: textField('Experience', { ...EXPERIENCE, lines: true, readers: 'everyone' }),
    rateFrom: rate,
    rateTo: rate,
    languages,
    timeZone: z
      .string({ error: 'Choose a time zone.' })
      .refine((zone) => zone !== NO_TIME_ZONE && isTimeZone(zone), 'Choose the time zone you live in.'),
    sharesCompany: tickedField,
  }),
  ['rateFrom', 'rateTo'],
  ({ rateFrom, rateTo }, say) => {
    if (rateTo !== null && rateFrom === null) say('Enter the lower rate as well.', 'rateFrom');
    if (rateFrom !== null && rateTo !== null && rateTo < rateFrom)
      say('The higher rate can’t be below the lower one.', 'rateTo');
    return { rateFrom, rateTo };
  },
);
export type EditProfile = z.output<typeof EditProfile>;

export const AddClaim = z.object({ expertId: idField, ...Claim.shape });
export type AddClaim = z.output<typeof AddClaim>;

/** The address /e/<handle>: lower case, digits, single dashes within. */
export const HANDLE = { min: 3, max: 30 };

export const SetHandle = z.object({
  expertId: idField,
  handle: z
    .string({ error: 'Public link is missing.' })
    .transform((text) => text.trim().toLowerCase())
    .check((context) => {
      const { value } = context;
      const say = (message: string) => context.issues.push({ code: 'custom', message, input: value });
      if (!value) say('Public link is missing.');
      else if (value.length < HANDLE.min || value.length > HANDLE.max)
        say(`Public link needs ${HANDLE.min} to ${HANDLE.max} characters; it has ${value.length}.`);
      else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))
        say('Use only the letters a to z, digits, and single dashes between them.');
    }),
  on: tickedField,
});
export type SetHandle = z.output<typeof SetHandle>;
