import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingRight } from '@/components/identity/members/missing-right';
import { CloseJob } from '@/components/job/proposals/close';
import { DecideBar, DecideCard } from '@/components/job/proposals/decide';
import { Price } from '@/components/job/proposals/price';
import { ProposalLamp } from '@/components/job/proposals/state';
import { ProposalTerms } from '@/components/job/proposals/terms';
import { ProposalTimeline } from '@/components/job/proposals/timeline';
import { WithdrawProposal } from '@/components/job/proposals/withdraw';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { TwoPanes } from '@/components/layout/two-panes';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { readId, showId } from '@/lib/core/id';
import { missingRight } from '@/lib/identity/members/rules';
import { isAgreed, isUnanswered } from '@/lib/job/proposals/lifecycle';
import { proposalOf } from '@/lib/job/proposals/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Proposal' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string }> };

/** A proposal in full: what is offered, what it costs at most, and the decision. */
export default async function ProposalPage({ params, searchParams }: Props) {
  const [{ id: shownId }, { saved }] = await Promise.all([params, searchParams]);
  const viewer = await requirePerson(`/proposals/${shownId}`);
  const id = readId(shownId);
  const proposal = id ? await proposalOf(viewer, id) : null;
  if (!proposal) notFound();
  const missing = missingRight(viewer, 'buy', proposal.customerId);
  const { deciding } = proposal;
  const decidable = deciding ? { ...proposal, deciding } : null;
  return (
    <Page>
      <PageHeader
        title={<bdi>{proposal.title}</bdi>}
        lamp={<ProposalLamp status={proposal.status} mine={proposal.may.accept} />}
        note={
          <>
            <bdi>{proposal.expertName}</bdi>, <bdi>{proposal.companyName}</bdi>
          </>
        }
        crumbs={[
          { label: 'Conversations', href: '/conversations' },
          { label: proposal.requestTitle, href: `/conversations/${showId(proposal.conversationId)}` },
        ]}
      />
      {saved && deciding?.method ? (
        <Callout tone="go" role="status" className="mb-5">
          Your card is saved. Nothing was charged.
        </Callout>
      ) : null}
      <TwoPanes
        sideLabel={decidable ? 'Decide' : 'Price and payments'}
        side={
          decidable ? (
            <DecideCard proposal={decidable} />
          ) : (
            <>
              <Card title={isAgreed(proposal.status) ? 'Payments' : 'Price'} level={2}>
                {isAgreed(proposal.status) ? (
                  <ProposalTimeline {...proposal} />
                ) : (
                  <Price proposal={proposal} />
                )}
              </Card>
              {missing && isUnanswered(proposal.status) ? (
                <MissingRight missing={missing} to="accept or decline this proposal" />
              ) : null}
              <WithdrawProposal proposal={proposal} />
              <CloseJob proposal={proposal} />
            </>
          )
        }
      >
        <ProposalTerms proposal={proposal} timeZone={viewer.timeZone} />
      </TwoPanes>
      {decidable ? <DecideBar proposal={decidable} /> : null}
    </Page>
  );
}
