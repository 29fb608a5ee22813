import { z } from 'zod';
import { idField } from '@/lib/core/id';

export const ImproveRequest = z.object({
  requestId: idField,
  by: z.enum(['anywhere', 'unlimited', 'services']),
});
export type ImproveRequest = z.output<typeof ImproveRequest>;
