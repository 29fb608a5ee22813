import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField, tickedField } from '@/lib/core/text';
import { isTimeZone } from '@/lib/core/time';

export const NAME = { min: 1, max: 60 };
/** Why an admin decides something about somebody. */
export const REASON = { min: 10, max: 500 };

export const THEMES = { system: 'System', light: 'Light', dark: 'Dark' } as const;

export type Theme = keyof typeof THEMES;

export const Rename = z.object({
  name: textField('Name', NAME),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone.'),
  /** For whoever holds verified certifications: they know that another name sends them back to be verified. */
  requeue: tickedField,
  theme: z.enum(Object.keys(THEMES) as [Theme, ...Theme[]], { error: 'Choose a theme.' }),
});
export type Rename = z.output<typeof Rename>;

export const FindPerson = z.object({ email: addressField });
export type FindPerson = z.output<typeof FindPerson>;

export const Suspend = z.object({
  personId: idField,
  suspended: z.enum(['true', 'false']).transform((text) => text === 'true'),
  reason: textField('Reason', { ...REASON, lines: true }),
});
export type Suspend = z.output<typeof Suspend>;
