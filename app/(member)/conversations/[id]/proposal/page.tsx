import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingRight } from '@/components/identity/members/missing-right';
import { ProposalForm } from '@/components/job/proposals/form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Callout } from '@/components/ui/callout';
import { readId, showId } from '@/lib/core/id';
import { missingRight } from '@/lib/identity/members/rules';
import { draftIn } from '@/lib/job/drafts/queries';
import { newProposalOf } from '@/lib/job/proposals/queries';
import { canPropose, MILESTONES_MAX } from '@/lib/job/proposals/rules';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'New proposal' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ rows?: string }> };

const ROWS = 6;

export default async function NewProposalPage({ params, searchParams }: Props) {
  const [{ id: shownId }, query] = await Promise.all([params, searchParams]);
  const viewer = await requirePerson(`/conversations/${shownId}/proposal`);
  const id = readId(shownId);
  const of = id ? await newProposalOf(viewer, id) : null;
  if (!of) notFound();
  const { conversationId, requestTitle, contactName } = of;
  const missing = missingRight(viewer, 'sell', of.companyId);
  const refusal = of.refusal ?? canPropose(of)?.message;
  const draft = await draftIn(viewer, conversationId, 'proposal');
  const kept = Object.keys(draft?.fields ?? {}).filter((name) => name.endsWith('.title')).length;
  const rows = query.rows === String(MILESTONES_MAX) ? MILESTONES_MAX : Math.max(ROWS, kept);
  const back = `/conversations/${showId(conversationId)}`;
  return (
    <Page width="narrow">
      <PageHeader
        title="New proposal"
        crumbs={[
          { label: 'Conversations', href: '/conversations' },
          { label: requestTitle, href: back },
        ]}
        note={`For ${contactName}. Paid in milestones: you request each one when its work is done.`}
      />
      {missing ? (
        <MissingRight missing={missing} to="send a proposal" />
      ) : refusal ? (
        <Callout tone="wait" title="You can’t send a proposal now">
          {refusal}
        </Callout>
      ) : (
        <>
          <ProposalForm
            conversationId={conversationId}
            rows={rows}
            currency={of.currency}
            feeBasisPoints={of.feeBasisPoints}
            draft={draft}
            timeZone={viewer.timeZone}
          />
          {rows < MILESTONES_MAX ? (
            <noscript>
              <p className="mt-4 text-sm">
                <a href={`${back}/proposal?rows=${MILESTONES_MAX}`} className="underline">
                  More than {ROWS} milestones? Open the form with {MILESTONES_MAX} rows
                </a>
              </p>
            </noscript>
          ) : null}
        </>
      )}
    </Page>
  );
}
