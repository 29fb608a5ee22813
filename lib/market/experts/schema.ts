import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { readMoney } from '@/lib/core/money';
import { textField } from '@/lib/core/text';
import { isTimeZone } from '@/lib/core/time';
import { lengthOf } from '@/lib/core/visible';
import { CERTIFICATIONS } from './certifications';
import { NO_TIME_ZONE } from './rules-profile';

// AWS IQ published no lengths for a profile; these are ours.
export const HEADLINE = { min: 10, max: 100 };
export const SUMMARY = { min: 0, max: 1500 };
export const EXPERIENCE = { min: 0, max: 3000 };
export const COMPANY_NAME = { min: 2, max: 80 };
export const REASON = { min: 10, max: 500 };
const MOST_LANGUAGES = 8;

/** A day of a date input, "2026-11-24", at midnight UTC; a day that does not exist is refused. */
const dayField = (name: string) =>
  z.string({ error: `${name} is missing.` }).transform((text, context) => {
    const day = new Date(`${text.trim()}T00:00:00Z`);
    const real = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.trim());
    if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim()) && real) return day;
    context.addIssue({
      code: 'custom',
      message: text.trim() ? `${name} must be a day, such as 2026-11-24.` : `${name} is missing.`,
    });
    return z.NEVER;
  });

/** Letters and digits as AWS prints them; the case is not told apart. */
const validationNumber = z
  .string({ error: 'Validation number is missing.' })
  .transform((text) => text.replace(/\s+/g, '').toUpperCase())
  .check((context) => {
    const message = context.value
      ? 'Validation number has 8 to 40 letters, digits and dashes. It stands on the certificate.'
      : 'Validation number is missing.';
    if (!/^[A-Z0-9-]{8,40}$/.test(context.value))
      context.issues.push({ code: 'custom', message, input: context.value });
  });

/** The page of one badge at Credly, where AWS issues them; its number is a UUID. What stands behind it is cut off. */
const badgeUrl = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const badge = /^https:\/\/(?:www\.)?credly\.com\/badges\/([0-9a-f-]{36})(?:[/?#].*)?$/i.exec(text.trim());
    if (badge) return `https://www.credly.com/badges/${badge[1]!.toLowerCase()}`;
    context.addIssue({
      code: 'custom',
      message: 'Paste the address of your badge, such as https://www.credly.com/badges/…',
    });
    return z.NEVER;
  });

const claim = {
  code: z.enum(CERTIFICATIONS.map((known) => known.code) as [string, ...string[]], {
    error: 'Choose the certification.',
  }),
  validationNumber,
  nameAsPrinted: textField('Name on the certificate', { min: 2, max: 100 }),
  issuedOn: dayField('Issue date'),
  expiresOn: dayField('Expiry date'),
  badgeUrl,
};

export const Claim = z.object(claim);
export type Claim = z.output<typeof Claim>;

export const Register = z
  .object({
    kind: z.enum(['alone', 'company'], { error: 'Choose whether you work alone or for a company.' }),
    companyName: z.string().optional(),
    country: z.string({ error: 'Choose a country.' }).regex(/^[A-Z]{2}$/, 'Choose a country.'),
    // Filled in later, under Profile.
    headline: textField('Headline', HEADLINE).optional().default(''),
    ...claim,
  })
  .transform((input, context) => {
    if (input.kind === 'alone') return { ...input, companyName: null };
    const name = textField('Company name', COMPANY_NAME).safeParse(input.companyName);
    if (name.success) return { ...input, companyName: name.data as string | null };
    for (const issue of name.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: ['companyName'] });
    return z.NEVER;
  });
export type Register = z.output<typeof Register>;

/** For a member of a company who has no profile in it. */
export const AddProfile = z.object({ companyId: idField, ...claim });
export type AddProfile = z.output<typeof AddProfile>;

/** A rate an hour in US dollars; an empty field means that none is published. */
const rate = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const { minor, problem } = readMoney('Rate', text, 'USD');
    if (minor !== null && minor > 0n && minor <= 1_000_000n) return minor;
    context.addIssue({
      code: 'custom',
      message: problem ?? 'A rate is an amount from $0.01 to $10,000, such as 95 or 95.50.',
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
    if (context.value.length === 0) say('Name at least one language.');
    else if (context.value.length > MOST_LANGUAGES) say(`Name at most ${MOST_LANGUAGES} languages.`);
    else if (context.value.some((word) => !/^\p{L}[\p{L}\p{M} ()'-]{1,29}$/u.test(word)))
      say('Write languages as words with commas between them: English, Swedish.');
  });

/** A box: it is sent where it is ticked, and not otherwise. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on');

export const EditProfile = z
  .object({
    expertId: idField,
    headline: textField('Headline', HEADLINE),
    summary: textField('Summary', { ...SUMMARY, lines: true }),
    experience: textField('Experience', { ...EXPERIENCE, lines: true }),
    rateFrom: rate,
    rateTo: rate,
    languages,
    timeZone: z
      .string({ error: 'Choose a time zone.' })
      .refine((zone) => zone !== NO_TIME_ZONE && isTimeZone(zone), 'Choose the time zone that you live in.'),
    sharesCompany: ticked,
  })
  .check((context) => {
    const { rateFrom, rateTo } = context.value;
    const say = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: context.value });
    if (rateTo !== null && rateFrom === null) say('rateFrom', 'Give the lower rate as well.');
    if (rateFrom !== null && rateTo !== null && rateTo < rateFrom)
      say('rateTo', 'The higher rate must not be below the lower one.');
  });
export type EditProfile = z.output<typeof EditProfile>;

export const AddClaim = z.object({ expertId: idField, ...claim });
export type AddClaim = z.output<typeof AddClaim>;

/** The address /e/<handle>: lower case, digits, single dashes within. */
export const HANDLE = { min: 3, max: 30 };

export const SetHandle = z.object({
  expertId: idField,
  handle: z
    .string({ error: 'Address is missing.' })
    .transform((text) => text.trim().toLowerCase())
    .check((context) => {
      const { value } = context;
      const say = (message: string) => context.issues.push({ code: 'custom', message, input: value });
      if (!value) say('Address is missing.');
      else if (value.length < HANDLE.min || value.length > HANDLE.max)
        say(`Address needs ${HANDLE.min} to ${HANDLE.max} characters; it has ${value.length}.`);
      else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))
        say('Address can have the letters a to z, digits, and single dashes between them.');
    }),
  on: ticked,
});
export type SetHandle = z.output<typeof SetHandle>;

/** What an admin compares at aws.amazon.com/verification: all of it must be so before a claim is verified. */
export const CHECKS = {
  number: 'The number is known there, and the certification is active',
  name: 'The name there is the name on the certificate',
  certification: 'It is this certification',
  dates: 'The issue and expiry dates are these',
} as const;
export type Check = keyof typeof CHECKS;
const ALL_CHECKS = Object.keys(CHECKS) as [Check, ...Check[]];

export const NOTE = { min: 0, max: 500 };
export const WORD_SEEN = 'The one-time word stands on the public badge page.';

/** A reason that only some need: empty, or long enough to say something. */
const optionalReason = textField('Reason', { min: 0, max: REASON.max, lines: true })
  .optional()
  .default('')
  .refine((text) => text === '' || lengthOf(text) >= REASON.min, {
    message: `Reason needs at least ${REASON.min} characters.`,
  });

export const Verify = z
  .object({
    certificationId: idField,
    checked: z
      .array(z.enum(ALL_CHECKS))
      .optional()
      .transform((checked = []) => ALL_CHECKS.filter((check) => checked.includes(check)))
      .refine((checked) => checked.length === ALL_CHECKS.length, {
        message: 'All four must be so. Where one is not, reject the claim.',
      }),
    note: textField('Note', { ...NOTE, lines: true }).optional(),
    /** The word of this claim stands on the page of the badge. */
    wordSeen: ticked,
    /** Where the certificate has another name: why it is theirs all the same, and that it was looked at twice. */
    nameReason: optionalReason,
    again: ticked,
  })
  .transform(({ certificationId, checked, note, wordSeen, nameReason, again }) => ({
    certificationId,
    evidence: [
      ...checked.map((check) => `${CHECKS[check]}.`),
      ...(wordSeen ? [WORD_SEEN] : []),
      ...(note ? [note] : []),
    ].join('\n'),
    wordSeen,
    nameReason,
    again,
  }));
export type Verify = z.output<typeof Verify>;

/** The usual reasons for a rejection, as the expert reads them. */
export const REASONS = {
  unknown: 'The number is not known at aws.amazon.com/verification.',
  name: 'The name there is not the name that you gave.',
  other: 'The number there belongs to another certification.',
  dates: 'The dates there are not the dates that you gave.',
  over: 'The certification there is no longer active.',
} as const;
export type ReasonName = keyof typeof REASONS;

export const Reject = z
  .object({
    certificationId: idField,
    preset: z.enum([...(Object.keys(REASONS) as [ReasonName, ...ReasonName[]]), 'own']).default('own'),
    reason: textField('Reason', { min: 0, max: REASON.max, lines: true }).optional(),
  })
  .transform(({ certificationId, preset, reason = '' }, context) => {
    if (preset !== 'own')
      return { certificationId, reason: [REASONS[preset], reason].filter(Boolean).join('\n') };
    const own = textField('Reason', { ...REASON, lines: true }).safeParse(reason);
    if (own.success) return { certificationId, reason: own.data };
    for (const issue of own.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: ['reason'] });
    return z.NEVER;
  });
export type Reject = z.output<typeof Reject>;

export const Revoke = z.object({
  certificationId: idField,
  reason: textField('Reason', { ...REASON, lines: true }),
});
export type Revoke = z.output<typeof Revoke>;

export const Undo = z.object({ certificationId: idField });
export type Undo = z.output<typeof Undo>;
