import { Card } from '@/components/ui/card';
import { Mono } from '@/components/ui/code';
import { DescriptionList } from '@/components/ui/description-list';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { isAgreed, isCompleted } from '@/lib/job/proposals/lifecycle';
import type { OneProposal } from '@/lib/job/proposals/queries';
import { percentOf } from '@/lib/job/proposals/rules';

const STATES = {
  paid: { tone: 'go', word: 'Paid' },
  approved: { tone: 'wait', word: 'Approved' },
  awaiting: { tone: 'wait', word: 'Awaiting approval' },
  declined: { tone: 'ended', word: 'Declined' },
  withdrawn: { tone: 'ended', word: 'Withdrawn' },
} as const;

/** Everything that was agreed, as it was sent. */
export function ProposalTerms({ proposal, timeZone }: { proposal: OneProposal; timeZone: string }) {
  const { milestones, maximumMinor, currency, terms, timeline, textHash, acceptedHash } = proposal;
  const money = (minor: bigint) => formatMoney({ minor, currency });
  const begun = isAgreed(proposal.status);
  const reason = proposal.declineReason ?? proposal.endReason;
  const dates = [
    { term: 'Sent', at: proposal.createdAt },
    { term: 'Accepted', at: proposal.acceptedAt },
    { term: isCompleted(proposal.status) ? 'Completed' : 'Ended', at: proposal.endedAt },
  ];
  return (
    <div className="grid gap-4">
      {reason ? (
        <Card title="Reason" level={2}>
          <p dir="auto" className="max-w-[75ch] whitespace-pre-wrap">
            {reason}
          </p>
        </Card>
      ) : null}
      <Card title="Milestones" level={2}>
        <Table
          caption="Milestones"
          rows={milestones}
          rowKey={({ id }) => id}
          columns={[
            { head: 'Milestone', main: true, cell: ({ title }) => title },
            ...(begun
              ? [
                  {
                    head: 'State',
                    cell: ({ state }: (typeof milestones)[number]) =>
                      state ? (
                        <Lamp tone={STATES[state].tone} plain>
                          {STATES[state].word}
                        </Lamp>
                      ) : (
                        <span className="text-muted">Not requested</span>
                      ),
                  },
                ]
              : []),
            { head: 'Amount', align: 'right', cell: ({ amountMinor }) => money(amountMinor) },
          ]}
        />
        <p className="mt-3 flex flex-wrap justify-between gap-2 text-sm">
          <span className="text-muted">Maximum charge</span>
          <span className="text-lg font-semibold">{money(maximumMinor)}</span>
        </p>
      </Card>
      <Card title="Terms" level={2}>
        <p dir="auto" className="max-w-[75ch] whitespace-pre-wrap">
          {terms}
        </p>
      </Card>
      {timeline ? (
        <Card title="Timeline" level={2}>
          <p dir="auto" className="max-w-[75ch] whitespace-pre-wrap">
            {timeline}
          </p>
        </Card>
      ) : null}
      <Details summary="Details: parties, payment type, fingerprint" frame>
        <DescriptionList
          layout="rows"
          items={[
            { term: 'Customer', value: proposal.customerName },
            { term: 'Expert', value: `${proposal.expertName}, ${proposal.companyName}` },
            { term: 'Payment type', value: 'Milestone: requested as work is done, approved one at a time' },
            {
              term: 'Our fee',
              value: `${percentOf(proposal.feeBasisPoints)}, taken from what the company receives`,
            },
            ...dates.flatMap(({ term, at }) =>
              at ? [{ term, value: <Instant at={at} timeZone={timeZone} /> }] : [],
            ),
            {
              term: 'Fingerprint',
              value: (
                <span className="grid gap-0.5">
                  <Mono>{textHash}</Mono>
                  <span className="text-xs text-muted">
                    SHA-256 of the text, the amounts, and the parties.{' '}
                    {acceptedHash
                      ? 'The accepted proposal has the same one.'
                      : 'Accepting records it, so no one can change what was agreed.'}
                  </span>
                </span>
              ),
            },
            {
              term: 'Conversation',
              value: (
                <Link href={`/conversations/${showId(proposal.conversationId)}`} className="underline">
                  {proposal.requestTitle}
                </Link>
              ),
            },
          ]}
        />
      </Details>
    </div>
  );
}
