import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { Person } from '@/lib/core/rights';
import { isInForce, isOver, isUnanswered } from '@/lib/job/proposals/lifecycle';
import type { Proposals, ShownProposal } from '@/lib/job/proposals/queries';

import { ProposalLamp } from './state';
import { ProposalTimeline } from './timeline';

type PanelProps = { data: Proposals; viewer: Person; conversationId: string };

/** What is agreed or offered in a job. Terms and decisions are on the proposal's own page. */
export function ProposalPanel({ data, viewer, conversationId }: PanelProps) {
  const { proposals, mayPropose } = data;
  const current = proposals.filter(({ status }) => isInForce(status) || isUnanswered(status));
  const [latest] = proposals;
  if (current.length === 0 && latest && isOver(latest.status)) current.push(latest);
  const earlier = proposals.filter((proposal) => !current.includes(proposal));
  const write = (
    <ButtonLink href={`/conversations/${showId(conversationId)}/proposal`} size="sm">
      {proposals.length > 0 ? 'Write another proposal' : 'Write a proposal'}
    </ButtonLink>
  );
  if (proposals.length === 0) {
    if (!mayPropose) return null;
    return (
      <Card title="Proposal">
        <p className="mb-3 text-sm text-muted">
          Once you agree on the work, propose a price: milestones, and terms that stay as written.
        </p>
        {write}
      </Card>
    );
  }
  return (
    <>
      {current.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} conversationId={conversationId} />
      ))}
      {earlier.length > 0 || mayPropose ? (
        <div className="grid gap-2 px-1">
          {earlier.length > 0 ? (
            <Details summary={`Earlier proposals (${earlier.length})`}>
              <ul className="grid gap-2 text-sm">
                {earlier.map(({ id, title, status, createdAt, maximumMinor, currency }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                    <Link href={`/proposals/${showId(id)}`} className="min-w-0 underline">
                      <bdi>{title}</bdi>
                    </Link>
                    <ProposalLamp status={status} plain />
                    <span className="w-full text-muted">
                      {formatMoney({ minor: maximumMinor, currency }, { short: true })} ·{' '}
                      <Instant at={createdAt} timeZone={viewer.timeZone} show="day" />
                    </span>
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
          {mayPropose ? <div>{write}</div> : null}
        </div>
      ) : null}
    </>
  );
}

function ProposalCard({ proposal, conversationId }: { proposal: ShownProposal; conversationId: string }) {
  const { id, status, title, maximumMinor, currency, milestones, companyName, may } = proposal;
  const href = `/proposals/${showId(id)}`;
  const proposed = isUnanswered(status);
  const count = milestones.length === 1 ? '1 milestone' : `${milestones.length} milestones`;
  return (
    <Card
      title="Proposal"
      tone={may.accept ? 'turn' : undefined}
      aside={<ProposalLamp status={status} mine={may.accept} plain />}
    >
      <p className="mb-2 text-sm font-medium">
        <bdi>{title}</bdi>
      </p>
      {proposed ? (
        <p className="mb-3 text-sm text-muted">
          <span className="text-xl font-semibold text-ink">
            {formatMoney({ minor: maximumMinor, currency })}
          </span>{' '}
          at most, in {count}
        </p>
      ) : (
        <div className="mb-3">
          <ProposalTimeline {...proposal} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {may.accept ? (
          <ButtonLink href={href} variant="primary" size="sm">
            Review proposal
          </ButtonLink>
        ) : (
          <ButtonLink href={href} size="sm">
            Terms and milestones
          </ButtonLink>
        )}
        {may.withdraw ? (
          <ButtonLink href={`${href}#withdraw`} size="sm" variant="quiet">
            Withdraw
          </ButtonLink>
        ) : null}
        {may.request && proposal.remainingMinor > 0n ? (
          <ButtonLink href={`/conversations/${showId(conversationId)}/payment`} variant="primary" size="sm">
            Request payment
          </ButtonLink>
        ) : null}
        {may.complete || may.end ? (
          <ButtonLink href={`${href}#close`} size="sm" variant="quiet">
            {may.end ? 'End the job' : 'Complete'}
          </ButtonLink>
        ) : null}
      </div>
      {proposed && !may.accept && proposal.side === 'customer' ? (
        <p className="mt-2 text-xs text-muted">
          Someone with the right “Buy” decides on <bdi>{companyName}</bdi>’s proposal.
        </p>
      ) : null}
    </Card>
  );
}
