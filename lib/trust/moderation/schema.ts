import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { RESTRICTION_NAMES } from '@/lib/trust/restrictions/rules';

export const Decide = z.object({ reviewId: idField });
export type Decide = z.output<typeof Decide>;

export const Remove = z.object({
  reviewId: idField,
  reason: z.enum(RESTRICTION_NAMES, { error: 'Choose the reason. The author sees it.' }),
});
export type Remove = z.output<typeof Remove>;
