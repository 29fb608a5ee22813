import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Looks whose saved search finds a request that was just posted, opened to everyone or edited. */
export const matchRequest = job('savedSearches.match', 'worker', z.object({ requestId: z.uuid() }));
