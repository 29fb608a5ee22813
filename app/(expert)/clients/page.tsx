import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { InvitationList } from '@/components/market/clients/invitation-list';
import { InviteForm } from '@/components/market/clients/invite-form';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { clientsOf } from '@/lib/market/clients/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Clients' };

type ClientsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Clients that an expert brings: invited by mail into a private conversation, without a public request. */
export default async function ClientsPage({ searchParams }: ClientsProps) {
  const viewer = await requirePerson('/clients');
  const now = await appNow();
  const [pages, { invited }] = await Promise.all([clientsOf(viewer, now), searchParams]);
  return (
    <Page width="narrow">
      <PageHeader
        title="Clients"
        note="Bring a client of your own: a private conversation, then proposal, access and payment as in any job."
      />
      {invited === 'yes' ? (
        <Callout tone="go" role="status" title="The invitation is on its way." className="mb-4">
          Your client gets a mail with a link. You are told when they accept.
        </Callout>
      ) : null}
      {pages.length === 0 ? (
        <EmptyState
          title="Only experts invite clients"
          action={<ButtonLink href="/register">Register as an expert</ButtonLink>}
        >
          You belong to no company yet.
        </EmptyState>
      ) : null}
      <div className="grid gap-10">
        {pages.map((page) => (
          <section key={page.companyId} aria-label={`Clients of ${page.companyName}`} className="grid gap-5">
            {pages.length > 1 ? (
              <h2 className="text-lg">
                <bdi>{page.companyName}</bdi>
              </h2>
            ) : null}
            {page.refusal ? (
              <Callout
                tone="wait"
                title="You cannot invite clients yet"
                action={
                  <ButtonLink href="/profile" size="sm">
                    Open your profile
                  </ButtonLink>
                }
              >
                {page.refusal.message}
              </Callout>
            ) : (
              <InviteForm companyId={page.companyId} companyName={page.companyName} />
            )}
            {page.invitations.length ? (
              <InvitationList invitations={page.invitations} timeZone={viewer.timeZone} now={now} />
            ) : (
              <EmptyState title="No invitations yet">
                Whoever you invite stands here, with what became of it.
              </EmptyState>
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}
