import { z } from 'zod';
import { idField } from '@/lib/core/id';

/** One, or where none is named all. */
export const MarkNotifications = z.object({ notificationId: idField.optional() });

/** A path of ours, as a notification leads to it. */
export const SeePage = z.object({
  path: z
    .string()
    .max(200)
    .regex(/^\/[\w/.-]*$/, 'This isn’t one of our pages.'),
});
export type SeePage = z.output<typeof SeePage>;
