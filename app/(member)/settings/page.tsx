import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { OwnInvitations } from '@/components/identity/members/own-invitations';
import { Addresses } from '@/components/identity/people/addresses';
import { CustomerForm, PersonForm } from '@/components/identity/people/settings-forms';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { addressesOf } from '@/lib/identity/addresses/queries';
import { PROOF_HOURS } from '@/lib/identity/addresses/rules';
import { customersOf } from '@/lib/identity/customers/queries';
import { invitationsFor } from '@/lib/identity/member-invitations/queries';
import { verifiedCount } from '@/lib/identity/people/queries';
import { readCsrfToken } from '@/lib/identity/sessions/cookies';
import { providerName } from '@/lib/identity/sign-in/next-auth';
import { hasIdentity } from '@/lib/identity/sign-in/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Settings' };

type SettingsProps = {
  searchParams: Promise<Record<'saved' | 'asked' | 'left', string | string[] | undefined>>;
};

export default async function Settings({ searchParams }: SettingsProps) {
  const viewer = await requirePerson('/settings');
  const { saved, asked, left } = await searchParams;
  const theme = (await cookies()).get('theme')?.value;
  const [customers, addresses, invitations, verified] = await Promise.all([
    customersOf(viewer),
    addressesOf(viewer),
    invitationsFor(viewer),
    verifiedCount(viewer),
  ]);
  // The browser's list leaves out UTC, and a person's zone may have been renamed since.
  const zones = [...new Set(['UTC', viewer.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Page width="narrow">
      <PageHeader title="Settings" note={viewer.email} />
      <div className="grid gap-5">
        {saved || left ? (
          <Callout tone="go" role="status">
            {left ? 'You’ve left.' : 'Saved.'}
          </Callout>
        ) : null}
        <OwnInvitations invitations={invitations} timeZone={viewer.timeZone} />
        <Card title="You" level={2}>
          <PersonForm
            name={viewer.name}
            timeZone={viewer.timeZone}
            theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
            timeZones={zones}
            verified={verified}
          />
        </Card>
        <Card title="Email addresses" level={2} id="addresses">
          {asked ? (
            <Callout tone="go" role="status" className="mb-3">
              The link is on its way. It works for {PROOF_HOURS} hours.
            </Callout>
          ) : null}
          <Addresses own={viewer.email} addresses={addresses} timeZone={viewer.timeZone} />
        </Card>
        {customers.map((customer) => (
          <Card key={customer.id} title={`Customer account: ${customer.name}`} level={2}>
            <CustomerForm customer={customer} />
          </Card>
        ))}
        <Card title="Email notifications" level={2}>
          <p className="mb-3 text-sm text-muted">
            Choose for each topic: right away, once a day or no email.
          </p>
          <ButtonLink href="/settings/notifications">Manage email notifications</ButtonLink>
        </Card>
        <Card title="Security" level={2} id="security">
          <div className="grid justify-items-start gap-3">
            <p className="text-muted">
              How you confirm payments and access, your recovery codes, and the browsers where you’re signed
              in.
            </p>
            <ButtonLink href="/settings/security">Security and open sessions</ButtonLink>
          </div>
        </Card>
        <Identity joined={await hasIdentity(viewer)} />
      </div>
    </Page>
  );
}

/** The OpenID Connect provider of this installation: joining it while signed in is the only way to an account that exists. */
async function Identity({ joined }: { joined: boolean }) {
  const provider = providerName();
  if (!provider) return null;
  const csrfToken = await readCsrfToken();
  return (
    <Card title={`Sign-in with ${provider}`} level={2}>
      {joined ? (
        <p className="text-sm">You can sign in with {provider}.</p>
      ) : csrfToken ? (
        <form action="/api/auth/signin/oidc" method="post">
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value="/settings" />
          <button type="submit" className={buttonLook()}>
            Connect {provider}
          </button>
        </form>
      ) : (
        <ButtonLink href="/api/auth/signin?callbackUrl=/settings">Connect {provider}</ButtonLink>
      )}
    </Card>
  );
}
