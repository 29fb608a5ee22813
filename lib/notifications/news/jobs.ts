import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** One e-mail for one notification. */
export const sendNotification = job('notifications.send', 'worker', z.object({ notificationId: z.uuid() }));
