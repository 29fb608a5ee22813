import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

export const COMPANY_NAME = { min: 2, max: 80 };
export const ABOUT = { min: 0, max: 2000 };
export const SIZES = {
  one: '1 person',
  few: '2–10 people',
  some: '11–50 people',
  many: 'More than 50 people',
} as const;
export type Size = keyof typeof SIZES;

/** An https address without a password in it, or nothing. */
const website = z
  .string()
  .optional()
  .transform((text, context) => {
    const typed = text?.trim();
    if (!typed) return null;
    const address = URL.canParse(typed) ? new URL(typed) : null;
    if (
      address?.protocol === 'https:' &&
      !address.username &&
      !address.password &&
      address.hostname.includes('.') &&
      typed.length <= 200
    )
      return address.href;
    context.addIssue({ code: 'custom', message: 'Website must be an address such as https://example.com.' });
    return z.NEVER;
  });

export const Edit = z.object({
  companyId: idField,
  name: textField('Company name', { ...COMPANY_NAME, readers: 'everyone' }),
  about: textField('About', { ...ABOUT, lines: true, readers: 'everyone' }),
  website,
  size: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(Object.keys(SIZES) as [Size, ...Size[]], { error: 'Choose a size.' }).optional(),
  ),
  country: z.string({ error: 'Choose a country.' }).regex(/^[A-Z]{2}$/, 'Choose a country.'),
  /** A ticked box is sent, an empty one is not. */
  partner: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
});
export type Edit = z.output<typeof Edit>;

export const Close = z.object({ companyId: idField });
export type Close = z.output<typeof Close>;
