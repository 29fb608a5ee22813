import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField } from '@/lib/core/text';
import { isTimeZone } from './rules';

export const NAME = { min: 1, max: 60 };
export const THEMES = { system: 'As the device', light: 'Light', dark: 'Dark' } as const;
export type Theme = keyof typeof THEMES;

export const Rename = z.object({
  name: textField('Name', NAME),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone.'),
  /** For whoever holds verified certifications: they know that another name sends them back to be verified. */
  requeue: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
  theme: z.enum(Object.keys(THEMES) as [Theme, ...Theme[]], { error: 'Choose a look.' }),
});
export type Rename = z.output<typeof Rename>;

export const EndSession = z.object({ session: z.union([z.literal('others'), idField]) });
export type EndSession = z.output<typeof EndSession>;

export const FindPerson = z.object({ email: addressField });
export type FindPerson = z.output<typeof FindPerson>;

export const Suspend = z.object({
  personId: idField,
  suspended: z.enum(['true', 'false']).transform((text) => text === 'true'),
  reason: textField('Reason', { min: 10, max: 500, lines: true }),
});
export type Suspend = z.output<typeof Suspend>;

export const AskAddress = z.object({
  email: addressField,
  /** Added by the door: the network that asks. */
  network: z.string().max(60).nullish(),
});
export type AskAddress = z.output<typeof AskAddress>;

/** The secret of a link in a mail. */
export const linkSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Open it again from the mail.');

export const ConfirmAddress = z.object({ token: linkSecret });
export type ConfirmAddress = z.output<typeof ConfirmAddress>;

export const ForgetAddress = z.object({ proofId: idField });
export type ForgetAddress = z.output<typeof ForgetAddress>;
