import { z } from 'zod';
import { PACES, TOPIC_NAMES } from '@/lib/notifications/topics/rules';

const pace = z.enum(PACES, { error: 'Choose how you get it.' });

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
