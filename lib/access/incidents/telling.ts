import { showId } from '@/lib/core/id';
import { byNobody } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { incidentById } from './store';

type Facts = { reason: string };
type Event = { conversationId: string; grantId: string; incidentId: string };

export const telling = {
  'grant.incident': {
    line: {
      mark: 'alert',
      about: async (_tx, { grantId }) => ({ id: grantId, facts: {} }),
      path: (id) => `/access/${showId(id)}`,
      acted: byNobody,
      says: () => ['AWS didn’t match what we reported'],
    },
    news: {
      'grant.incident': {
        topic: 'security',
        to: 'both',
        subject: () => 'Check access to the AWS account',
        says: (d) => `${d.expert}’s access for “${d.title}” wasn’t as we reported. ${d.reason}`.trimEnd(),
        action: 'See what happened',
        about: ofJob<Event, Facts>({
          facts: async (tx, { incidentId }) => ({ reason: wordsOf(await incidentById(tx, incidentId)) }),
          path: ({ grantId }) => `/access/${showId(grantId)}`,
          once: ({ incidentId }) => incidentId,
        }),
      },
    },
  },
} satisfies TellingOf<Facts>;

function wordsOf({ kind, detail }: Awaited<ReturnType<typeof incidentById>>): string {
  if (kind === 'deny_removed') return 'Someone removed AWSDenyAll in AWS. We attached it again.';
  const { says = '', name = '' } = detail;
  return kind === 'role_changed' ? says : `AWS allowed ${name} after access was denied.`;
}
