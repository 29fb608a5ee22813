import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField } from '@/lib/core/text';
import { PACES, TOPIC_NAMES } from './topics';

/** One, or where none is named all. */
export const MarkNotifications = z.object({ notificationId: idField.optional() });

/** A path of ours, as a notification leads to it. */
export const SeePage = z.object({
  path: z
    .string()
    .max(200)
    .regex(/^\/[\w/.-]*$/, 'This is not one of our pages.'),
});
export type SeePage = z.output<typeof SeePage>;

const pace = z.enum(PACES, { error: 'Choose how it reaches you.' });

/** The topics that the form showed; what is absent stays as it was. */
export const ChoosePaces = z.object({
  pace: z.object(
    Object.fromEntries(TOPIC_NAMES.map((name) => [name, pace.optional()])) as Record<
      (typeof TOPIC_NAMES)[number],
      z.ZodOptional<typeof pace>
    >,
  ),
});
export type ChoosePaces = z.output<typeof ChoosePaces>;

export const ResumeMail = z.object({ email: addressField });
export type ResumeMail = z.output<typeof ResumeMail>;
