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
        note="Bring your own client: a private conversation, then proposals, access and payment as in any job."
      />
      {invited === 'yes' ? (
        <Callout tone="go" role="status" title="The invitation is on its way." className="mb-4">
          We email your client a link, and tell you when they accept.
        </Callout>
      ) : null}
      {pages.length === 0 ? (
        <EmptyState
          title="Only experts can invite clients"
          action={<ButtonLink href="/register">Register as an expert</ButtonLink>}
        >
          You’re not in a company yet.
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
                title="You can’t invite clients yet"
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
                The clients you invite appear here, with the status of each invitation.
              </EmptyState>
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}
