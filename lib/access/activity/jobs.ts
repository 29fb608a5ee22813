import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Reads what CloudTrail has of a grant in one Region. A reading that fails is made anew by the sweep, not by the queue. */
export const readActivity = job(
  'activity.read',
  'broker',
  z.object({ grantId: z.uuid(), region: z.string() }),
  { retries: 0, lease: 900 },
);
