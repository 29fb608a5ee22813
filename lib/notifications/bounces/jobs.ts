import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** An e-mail to an address that refused mail and is tried again. */
export const sendCheck = job('notifications.check', 'worker', z.object({ personId: z.uuid() }));
