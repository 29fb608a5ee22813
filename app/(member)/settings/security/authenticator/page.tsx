import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BeginAuthenticator, FirstCode } from '@/components/identity/factors/authenticator-forms';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Card } from '@/components/ui/card';
import { ownPath } from '@/lib/core/path';
import { pendingSecret } from '@/lib/identity/factors/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Authenticator app', robots: { index: false } };

type AuthenticatorProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function AuthenticatorPage({ searchParams }: AuthenticatorProps) {
  const viewer = await requirePerson('/settings/security');
  if (viewer.factors.includes('authenticator')) redirect('/settings/security');
  const { next: given } = await searchParams;
  const next = ownPath(typeof given === 'string' ? given : null);
  const pending = await pendingSecret(viewer);
  return (
    <Page width="narrow">
      <PageHeader
        title="Set up an authenticator app"
        crumbs={[
          { label: 'Settings', href: '/settings' },
          { label: 'Security', href: '/settings/security' },
        ]}
      />
      <Card>
        {pending ? <FirstCode pending={pending} next={next} /> : <BeginAuthenticator next={next} />}
      </Card>
    </Page>
  );
}
