import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';
import { nextField } from '@/lib/identity/sessions/schema';
import { PASSKEY_NAME } from './rules';

/** What a browser answers for a passkey, as JSON in a field. What it proves is looked at by the library. */
export const answerField = z
  .string({ error: 'Your browser sent nothing. Try again.' })
  .max(20_000, 'Your browser sent too much. Try again.')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({
        code: 'custom',
        message: 'We couldn’t read what your browser sent. Try again.',
        input: text,
      });
      return z.NEVER;
    }
  })
  .pipe(
    z.looseObject({
      id: z.string().min(1).max(1_400),
      rawId: z.string().max(1_400),
      type: z.literal('public-key'),
      response: z.looseObject({
        clientDataJSON: z.string().max(8_000),
        userHandle: z.string().max(200).optional(),
      }),
    }),
  );

const passkeyName = textField('Name', PASSKEY_NAME);

export const EnrolPasskey = z.object({ answer: answerField, name: passkeyName, next: nextField });
export type EnrolPasskey = z.output<typeof EnrolPasskey>;

export const OnePasskey = z.object({ passkeyId: idField });
export type OnePasskey = z.output<typeof OnePasskey>;

export const NamePasskey = z.object({ passkeyId: idField, name: passkeyName });
export type NamePasskey = z.output<typeof NamePasskey>;
