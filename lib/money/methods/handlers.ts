import { type Handler, handler } from '@/lib/platform/doors/job';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { detachMethod } from '@/lib/vendors/stripe/methods';
import { isForGood } from '@/lib/vendors/stripe/result';
import { detachMethodJob } from './jobs';

/** Stripe not knowing the card any more is what was wanted. */
async function detach(stripeMethodId: string): Promise<void> {
  const answer = await detachMethod(stripeConfig(), stripeMethodId);
  if (!answer.ok && !isForGood(answer)) throw new Error(`Stripe: ${answer.problem}: ${answer.message}`);
}

export const handlers: Handler[] = [handler(detachMethodJob, ({ stripeMethodId }) => detach(stripeMethodId))];
