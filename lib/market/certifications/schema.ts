import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { CERTIFICATIONS } from './catalog';

export const REASON = { min: 10, max: 500 };
export const VALIDATION_NUMBER = { min: 8, max: 40 };

/** A day of a date input, "2026-11-24", at midnight UTC; a day that does not exist is refused. */
const dayField = (name: string) =>
  z.string({ error: `${name} is missing.` }).transform((text, context) => {
    const day = new Date(`${text.trim()}T00:00:00Z`);
    const real = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.trim());
    if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim()) && real) return day;
    context.addIssue({
      code: 'custom',
      message: text.trim() ? `${name} must be a date, such as 2026-11-24.` : `${name} is missing.`,
    });
    return z.NEVER;
  });

const NUMBER = new RegExp(`^[A-Z0-9-]{${VALIDATION_NUMBER.min},${VALIDATION_NUMBER.max}}$`);

/** Letters and digits as AWS prints them; the case is not told apart. */
const validationNumber = z
  .string({ error: 'Validation number is missing.' })
  .transform((text) => text.replace(/\s+/g, '').toUpperCase())
  .check((context) => {
    const message = context.value
      ? `Validation number has ${VALIDATION_NUMBER.min} to ${VALIDATION_NUMBER.max} letters, digits and dashes. It’s on the certificate.`
      : 'Validation number is missing.';
    if (!NUMBER.test(context.value)) context.issues.push({ code: 'custom', message, input: context.value });
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
  expiresOn: dayField('Expiration date'),
  badgeUrl,
};

export const Claim = z.object(claim);
export type Claim = z.output<typeof Claim>;

export const Revoke = z.object({
  certificationId: idField,
  reason: textField('Reason', { ...REASON, lines: true }),
});
export type Revoke = z.output<typeof Revoke>;
