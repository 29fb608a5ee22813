import { DEMO_ACCOUNT } from '@/lib/demo/people';
import type { CastCustomer, CastExpert } from '../cast';
import { sandbox } from '../cloud';
import { tell } from '../story';
import { MATEOS_JOBS } from './mateo';
import { NADIAS_JOBS } from './nadia';

/** Everything that the people whom one can be have done with others. */
export const PLAYED_JOBS = [...MATEOS_JOBS, ...NADIAS_JOBS];

type World = {
  customers: readonly CastCustomer[];
  experts: readonly CastExpert[];
  dice: (sides: number) => number;
};

/** Tells those jobs, and opens the AWS account that the first customer has not connected yet. */
export async function tellPlayed({ customers, experts, dice }: World): Promise<void> {
  for (const { title, description, of, responses, access, chapter, hoursAgo, ...script } of PLAYED_JOBS)
    await tell({
      customer: customers.find(({ name }) => name === of)!,
      problem: [title, description],
      responses: Object.entries(responses).map(([name, text]) => ({
        expert: experts.find(({ story }) => story.name === name)!,
        text,
      })),
      script,
      chapter,
      access,
      hoursAgo,
      dice,
    });
  await sandbox('accounts', { accountId: DEMO_ACCOUNT.id, alias: DEMO_ACCOUNT.alias });
}
