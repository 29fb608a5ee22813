import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** One e-mail for all that waited for somebody's morning. */
export const sendDigest = job('notifications.digest', 'worker', z.object({ digestId: z.uuid() }));
