import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Reads what CloudTrail has of a grant in some Regions. A reading that fails is made anew by the sweep, not by the queue. */
export const readActivity = job(
  'activity.read',
  'broker',
  z.object({ grantId: z.uuid(), regions: z.array(z.string()).min(1) }),
  { retries: 0, lease: 900 },
);
