import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Makes the code that confirms a payment and mails it. */
export const sendConfirm = job('auth.sendConfirm', 'worker', z.object({ codeId: z.uuid() }), {
  retries: 8,
  lease: 45,
});
