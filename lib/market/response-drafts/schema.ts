import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

/** A draft may be too long for now: nothing that was typed is lost. */
export const DRAFT_MAX = 6000;

/** What is being written. An empty text puts the draft away. */
export const SaveResponseDraft = z.object({
  requestId: idField,
  companyId: idField,
  text: textField('Response', { min: 0, max: DRAFT_MAX, lines: true, readers: 'none' }),
});
export type SaveResponseDraft = z.output<typeof SaveResponseDraft>;

export const ReleaseAnswer = z.object({ requestId: idField });
export type ReleaseAnswer = z.output<typeof ReleaseAnswer>;
