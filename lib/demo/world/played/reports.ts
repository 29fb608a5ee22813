import { database } from '@/lib/platform/db/client';
import { report } from '@/lib/trust/reports/commands';
import { Report } from '@/lib/trust/reports/schema';
import type { CastExpert } from '../cast';
import { act, setClock } from '../stage';

/** The review that its expert thinks advertises for somebody else, by the title of the job. */
export const REPORTED = 'Elastic Beanstalk platform is about to be retired';

/** Leaves a report for whoever plays the admin. */
export async function reportReview(experts: readonly CastExpert[]): Promise<void> {
  const { id: reviewId, expertId } = await database().review.findFirstOrThrow({
    where: { proposal: { title: REPORTED } },
    select: { id: true, expertId: true },
  });
  await setClock(20);
  const { person } = experts.find((one) => one.expertId === expertId)!;
  const note = 'The last sentence is advertising for another company. The rest is fair and may stay.';
  await act(person, report, Report, { reviewId, reason: 'advertising', note });
}
