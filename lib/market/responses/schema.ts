import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

/** Our own limits, a description's: long enough to say what one would do first, short enough to compare five. */
export const RESPONSE_TEXT = { min: 30, max: 1500 };
/** A draft may be too long for now: nothing that was typed is lost. */
const DRAFT_MAX = 6000;

export const Respond = z.object({
  requestId: idField,
  companyId: idField,
  text: textField('Response', { ...RESPONSE_TEXT, lines: true }),
});
export type Respond = z.output<typeof Respond>;

export const WithdrawResponse = z.object({ responseId: idField });
export type WithdrawResponse = z.output<typeof WithdrawResponse>;

/** What is being written. An empty text puts the draft away. */
export const SaveResponseDraft = z.object({
  requestId: idField,
  companyId: idField,
  text: textField('Response', { min: 0, max: DRAFT_MAX, lines: true }),
});
export type SaveResponseDraft = z.output<typeof SaveResponseDraft>;

export const ReleaseAnswer = z.object({ requestId: idField });
export type ReleaseAnswer = z.output<typeof ReleaseAnswer>;

export const ArchiveResponse = z.object({
  responseId: idField,
  archived: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
export type ArchiveResponse = z.output<typeof ArchiveResponse>;
