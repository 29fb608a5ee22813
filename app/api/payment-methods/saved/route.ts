import { no, Refusal } from '@/lib/core/refusal';
import { HOUR } from '@/lib/core/time';
import { recordMethod } from '@/lib/money/methods/commands';
import { METHOD_COMMANDS } from '@/lib/money/methods/rights';
import { RecordMethod } from '@/lib/money/methods/schema';
import { route } from '@/lib/platform/doors/route';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { retrieveSetupSession } from '@/lib/vendors/stripe/setup';

const away = (to: string) => new Response(null, { status: 303, headers: { location: to } });

/**
 * Where Stripe's page leads back to. The card is read from Stripe, never from the address: the session's id only says
 * where to look, and only who may pay for that customer can have it recorded.
 */
export const GET = route(
  { may: METHOD_COMMANDS.recordMethod, schema: RecordMethod, command: recordMethod },
  {
    limit: { points: 30, within: HOUR, why: 'each asks Stripe' },
    input: async (request) => {
      const query = new URL(request.url).searchParams;
      const answer = await retrieveSetupSession(stripeConfig(), query.get('session') ?? '');
      if (!answer.ok)
        throw new Refusal(
          no('upstream', 'Stripe isn’t responding. Your card will appear here as soon as it does.'),
        );
      const { state, customerId, method } = answer.value;
      if (state !== 'complete') throw new Refusal(no('conflict', 'Your card wasn’t saved.'));
      return { stripeCustomerId: customerId, method, next: query.get('next') ?? '' };
    },
    answer: ({ next }) => away(`${next}${next.includes('?') ? '&' : '?'}saved=1`),
    refuse: (outcome) => away(`/payment-methods?problem=${outcome.code}`),
  },
);
