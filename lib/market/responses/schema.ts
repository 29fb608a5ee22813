import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { sentForm, textField } from '@/lib/core/text';

/** Our own limits, a description's: long enough to say what one would do first, short enough to compare five. */
export const RESPONSE_TEXT = { min: 30, max: 1500 };

export const Respond = sentForm(
  {
    requestId: idField,
    companyId: idField,
    text: textField('Response', { ...RESPONSE_TEXT, lines: true }),
  },
  ['text'],
);
export type Respond = z.output<typeof Respond>;

export const WithdrawResponse = z.object({ responseId: idField });
export type WithdrawResponse = z.output<typeof WithdrawResponse>;

export const ArchiveResponse = z.object({
  responseId: idField,
  archived: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
export type ArchiveResponse = z.output<typeof ArchiveResponse>;
