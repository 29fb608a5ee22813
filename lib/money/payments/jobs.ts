import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Brings one payment to its outcome at Stripe, from wherever it stands. */
export const chargeJob = job('payments.charge', 'worker', z.object({ paymentId: z.uuid() }), { lease: 120 });

/** Has Stripe forget a card that was removed here. */
export const detachMethodJob = job(
  'payments.detachMethod',
  'worker',
  z.object({ stripeMethodId: z.string().min(1) }),
  { lease: 120 },
);

/** Looks at what a webhook named. */
export const readEventJob = job('payments.readEvent', 'worker', z.object({ eventId: z.string().min(1) }), {
  lease: 120,
});
