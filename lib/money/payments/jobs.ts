import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Brings one payment to its outcome at Stripe, from wherever it stands. */
export const chargeJob = job('payments.charge', 'worker', z.object({ paymentId: z.uuid() }), { lease: 120 });
