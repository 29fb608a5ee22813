import { CLOCK } from '@/lib/core/rights';
import { handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { match, tellFound } from './commands';
import { matchRequest } from './jobs';
import { peopleToTell } from './queries';

export const handlers = [
  handler(matchRequest, async ({ requestId }, { callId }) => {
    await perform(CLOCK, (tx) => match(tx, CLOCK, { requestId }), { callId });
  }),
];

export const sweeps: readonly Sweep[] = [
  {
    name: 'savedSearches.tell',
    run: async () => {
      const people = await peopleToTell();
      for (const personId of people) await perform(CLOCK, (tx) => tellFound(tx, CLOCK, { personId }));
      return people.length;
    },
  },
];
