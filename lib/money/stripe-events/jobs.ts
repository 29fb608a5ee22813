import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Looks at what a webhook named. */
export const readEventJob = job('payments.readEvent', 'worker', z.object({ eventId: z.string().min(1) }), {
  lease: 120,
});
