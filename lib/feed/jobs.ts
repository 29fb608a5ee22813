import { z } from 'zod';
import { job } from '@/lib/jobs/job';

/** Looks whose saved search finds a request that was just posted or opened to everyone. */
export const matchRequest = job('feed.match', 'worker', z.object({ requestId: z.uuid() }));
