import type { Metadata } from 'next';
import { RecoveryCodes } from '@/components/identity/factors/recovery-codes';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ownPath } from '@/lib/core/path';
import { factorsOf } from '@/lib/identity/factors/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Recovery codes', robots: { index: false } };

type RecoveryProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function RecoveryPage({ searchParams }: RecoveryProps) {
  const viewer = await requirePerson('/settings/security');
  const factors = await factorsOf(viewer);
  const { next: given } = await searchParams;
  const next = ownPath(typeof given === 'string' ? given : null);
  return (
    <Page width="narrow">
      <PageHeader
        title="Recovery codes"
        crumbs={[
          { label: 'Settings', href: '/settings' },
          { label: 'Security', href: '/settings/security' },
        ]}
      />
      <div className="grid gap-4">
        {viewer.factors.length > 0 ? (
          <Card>
            <RecoveryCodes left={factors?.codesLeft ?? 0} next={next ?? '/settings/security?changed=1'} />
          </Card>
        ) : (
          <EmptyState
            title="Nothing to recover yet"
            action={<ButtonLink href="/settings/security">Set up a way to confirm</ButtonLink>}
          >
            Recovery codes stand in for an authenticator app you’ve lost. Set one up first.
          </EmptyState>
        )}
        {next ? (
          <p>
            <ButtonLink href={next} variant="quiet">
              Not now: go back to what I was doing
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Page>
  );
}
