import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** One e-mail for one notification. */
export const sendNotification = job('notifications.send', 'worker', z.object({ notificationId: z.uuid() }));

/** One e-mail for all that waited for somebody's morning. */
export const sendDigest = job('notifications.digest', 'worker', z.object({ digestId: z.uuid() }));

/** An e-mail to an address that refused mail and is tried again. */
export const sendCheck = job('notifications.check', 'worker', z.object({ personId: z.uuid() }));
