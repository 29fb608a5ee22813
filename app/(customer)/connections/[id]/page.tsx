import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Checks } from '@/components/access/connections/checks';
import { CreateStack } from '@/components/access/connections/create-stack';
import { ConnectionLamp } from '@/components/access/connections/state';
import { Verify } from '@/components/access/connections/verify';
import { LivePage } from '@/components/access/grants/live-page';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { isConnected, isLost, isVerifying } from '@/lib/access/connections/lifecycle';
import { stackLinkOf } from '@/lib/access/connections/link';
import { type ConnectionView, connectionOf } from '@/lib/access/connections/queries';
import { showAccount } from '@/lib/access/connections/rules';
import { readId, showId } from '@/lib/core/id';
import { missingRight } from '@/lib/identity/members/rules';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'AWS account' };

type Props = { params: Promise<{ id: string }> };

/** One AWS account: create the stack, verify it, see what was checked. */
export default async function ConnectionPage({ params }: Props) {
  const { id: shownId } = await params;
  const viewer = await requirePerson(`/connections/${shownId}`);
  const id = readId(shownId);
  const connection = id ? await connectionOf(viewer, id) : null;
  if (!connection) notFound();
  const { status, label, awsAccountId, checks, refusal } = connection;
  const missing = missingRight(viewer, 'grant', connection.customerId);
  const link = connection.mayShowExternalId ? await stackLinkOf(viewer, connection) : null;
  return (
    <Page>
      <LivePage realtimeUrl={env.REALTIME_URL} />
      <PageHeader
        title={<bdi>{label}</bdi>}
        lamp={<ConnectionLamp status={status} />}
        crumbs={[{ label: 'AWS accounts', href: '/connections' }]}
        note={`Account ${showAccount(awsAccountId)}`}
      />
      <div className="grid gap-5">
        {refusal ? (
          <Callout tone="stop" title={isLost(status) ? 'Connection lost' : 'Not connected'} role="alert">
            {refusal}
          </Callout>
        ) : null}
        {isConnected(status) ? <Connected connection={connection} timeZone={viewer.timeZone} /> : null}
        {link ? <CreateStack link={link} awsAccountId={awsAccountId} /> : null}
        <Card title={isConnected(status) ? 'What we checked' : '2. Verify'} level={2}>
          <div className="grid gap-4">
            <p className="text-sm text-muted">
              We try each role without the ExternalId, with a wrong one, and with yours. AWS must refuse the
              first two: a role that lets us in without it would let us in for anyone.
            </p>
            {isVerifying(status) ? (
              <Callout
                tone="wait"
                title="Verifying"
                role="status"
                action={
                  <ButtonLink href={`/connections/${showId(connection.id)}`} size="sm">
                    Refresh
                  </ButtonLink>
                }
              >
                This takes a few seconds.
              </Callout>
            ) : null}
            {checks.length > 0 && !isVerifying(status) ? (
              <Checks checks={checks} timeZone={viewer.timeZone} />
            ) : null}
            {connection.mayVerify ? <Verify connectionId={connection.id} status={status} /> : null}
            {missing && !isVerifying(status) ? (
              <MissingRight missing={missing} to="verify this connection" />
            ) : null}
          </div>
        </Card>
      </div>
    </Page>
  );
}

function Connected({ connection, timeZone }: { connection: ConnectionView; timeZone: string }) {
  return (
    <Callout tone="go" title="Connected">
      {connection.verifiedAt ? (
        <>
          Verified <Instant at={connection.verifiedAt} timeZone={timeZone} />.{' '}
        </>
      ) : null}
      Connecting gives no one access. You approve each request. To disconnect, revoke all access first, then
      delete the stack in AWS.
    </Callout>
  );
}
