import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Has Stripe forget a card that was removed here. */
export const detachMethodJob = job(
  'payments.detachMethod',
  'worker',
  z.object({ stripeMethodId: z.string().min(1) }),
  { lease: 120 },
);
