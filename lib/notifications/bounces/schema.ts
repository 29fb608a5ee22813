import { z } from 'zod';
import { addressField } from '@/lib/core/text';

export const ResumeMail = z.object({ email: addressField });
export type ResumeMail = z.output<typeof ResumeMail>;
