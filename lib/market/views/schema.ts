import { z } from 'zod';
import { idField } from '@/lib/core/id';

export const ViewRequest = z.object({ requestId: idField, companyId: idField });
export type ViewRequest = z.output<typeof ViewRequest>;
