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

/** So many without JavaScript, which adds one after another. */
const ROWS = 6;

/** The last row in which the draft has something. */
function filledRows(fields: Record<string, string> = {}): number {
  const rows = Object.entries(fields).map(([name, text]) =>
    text.trim() ? Number(/^milestones\.(\d+)\./.exec(name)?.[1] ?? -1) + 1 : 0,
  );
  return Math.min(Math.max(1, ...rows), MILESTONES_MAX);
}

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
  const filled = filledRows(draft?.fields);
  const rows = query.rows === String(MILESTONES_MAX) ? MILESTONES_MAX : Math.max(ROWS, filled);
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
            filled={filled}
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
