import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AskForAccess } from '@/components/access/permission-requests/ask';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { askOf } from '@/lib/access/permission-requests/queries';

import { readId, showId } from '@/lib/core/id';
import { missingRight } from '@/lib/identity/members/rules';
import { draftIn } from '@/lib/job/drafts/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Request access' };

type Props = { params: Promise<{ id: string }> };

/** The expert's form: a level of the nine, and why it is needed. */
export default async function PermissionPage({ params }: Props) {
  const { id: shownId } = await params;
  const viewer = await requirePerson(`/conversations/${shownId}/permission`);
  const id = readId(shownId);
  const ask = id ? await askOf(viewer, id) : null;
  if (!id || !ask) notFound();
  const draft = await draftIn(viewer, id, 'permission');
  const missing = missingRight(viewer, 'access', ask.companyId);
  return (
    <Page>
      <PageHeader
        title="Request access"
        crumbs={[{ label: 'Conversation', href: `/conversations/${showId(id)}` }]}
        note={`${ask.customer} decides, and sees what the level means before its name.`}
      />
      {missing ? (
        <MissingRight missing={missing} to="request access" />
      ) : ask.openId ? (
        <Callout
          tone="wait"
          title="You already requested access"
          action={
            <ButtonLink href={`/access/${showId(ask.openId)}`} size="sm">
              View access request
            </ButtonLink>
          }
        >
          <bdi>{ask.customer}</bdi> hasn’t decided yet. To request something else, withdraw this request
          first.
        </Callout>
      ) : ask.because ? (
        <Callout tone="stop" title="You can’t request access">
          {ask.because}
        </Callout>
      ) : (
        <AskForAccess
          proposalId={ask.proposalId}
          title={ask.title}
          conversationId={id}
          draft={draft}
          timeZone={viewer.timeZone}
        />
      )}
    </Page>
  );
}
