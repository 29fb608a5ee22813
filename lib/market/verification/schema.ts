import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField, tickedField } from '@/lib/core/text';
import { together } from '@/lib/core/together';
import { lengthOf } from '@/lib/core/visible';
import { REASON } from '@/lib/market/certifications/schema';

/** What an admin compares at aws.amazon.com/verification: all of it must be so before a claim is verified. */
export const CHECKS = {
  number: 'The number is known there, and the certification is active',
  name: 'The name there is the name on the certificate',
  certification: 'It’s this certification',
  dates: 'The issue and expiration dates are these',
} as const;
export type Check = keyof typeof CHECKS;
const ALL_CHECKS = Object.keys(CHECKS) as [Check, ...Check[]];

export const NOTE = { min: 0, max: 500 };
export const WORD_SEEN = 'The one-time word is on the public badge page.';

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
        message: 'All four must match. If one doesn’t, reject the claim.',
      }),
    note: textField('Note', { ...NOTE, lines: true }).optional(),
    /** The word of this claim stands on the page of the badge. */
    wordSeen: tickedField,
    /** Where the certificate has another name: why it is theirs all the same, and that it was looked at twice. */
    nameReason: optionalReason,
    again: tickedField,
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
  unknown: 'aws.amazon.com/verification doesn’t know the number.',
  name: 'The name there isn’t the name you gave.',
  other: 'The number there belongs to another certification.',
  dates: 'The dates there aren’t the dates you gave.',
  over: 'The certification there is no longer active.',
} as const;
export type ReasonName = keyof typeof REASONS;

export const Reject = together(
  z.object({
    certificationId: idField,
    preset: z.enum([...(Object.keys(REASONS) as [ReasonName, ...ReasonName[]]), 'own'], {
      error: 'Choose why it can’t be verified.',
    }),
    reason: textField('Reason', { min: 0, max: REASON.max, lines: true }).optional(),
  }),
  ['preset', 'reason'],
  ({ preset, reason = '' }, say) => {
    if (preset !== 'own') return { reason: [REASONS[preset], reason].filter(Boolean).join('\n') };
    const own = textField('Reason', { ...REASON, lines: true }).safeParse(reason);
    return own.success ? { reason: own.data } : say(own.error.issues[0]!.message, 'reason');
  },
);
export type Reject = z.output<typeof Reject>;

export const Undo = z.object({ certificationId: idField });
export type Undo = z.output<typeof Undo>;
