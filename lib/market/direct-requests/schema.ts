import { z } from 'zod';
import { idField } from '@/lib/core/id';

export const OfRequest = z.object({ requestId: idField });
export type OfRequest = z.output<typeof OfRequest>;
