import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Makes the link and the code of a sign-in and mails them. Tried for as long as they could still be used. */
export const sendSignIn = job('auth.sendSignIn', 'worker', z.object({ signInId: z.uuid() }), {
  retries: 8,
  lease: 45,
});
