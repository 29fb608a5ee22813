import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { BeginAuthenticator, RemoveAuthenticator } from '@/components/identity/factors/authenticator-forms';
import { AddPasskey } from '@/components/identity/factors/passkey-buttons';
import { PasskeyList } from '@/components/identity/factors/passkeys';
import { WhenAsked } from '@/components/identity/factors/when-asked';
import { EndOthers, SessionList } from '@/components/identity/people/sessions';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { PROOF_MINUTES } from '@/lib/core/step-up';
import { factorsOf } from '@/lib/identity/factors/queries';
import { APP_SECONDS } from '@/lib/identity/factors/rules';
import { sessionsOf } from '@/lib/identity/sessions/queries';
import { browserName } from '@/lib/identity/sessions/rules';
import { IDLE_HOURS, SESSION_HOURS } from '@/lib/platform/session/person';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Security' };

type SecurityProps = { searchParams: Promise<{ changed?: string | string[] }> };

export default async function Security({ searchParams }: SecurityProps) {
  const viewer = await requirePerson('/settings/security');
  const { changed } = await searchParams;
  const [factors, sessions] = await Promise.all([factorsOf(viewer), sessionsOf(viewer)]);
  if (!factors) return null;
  const { passkeys, authenticatorSince, codesLeft, atSignIn } = factors;
  const userAgent = (await headers()).get('user-agent');
  const { timeZone } = viewer;
  const now = new Date();
  const enrolled = viewer.factors.length > 0;
  return (
    <Page width="narrow">
      <PageHeader
        title="Security"
        crumbs={[{ label: 'Settings', href: '/settings' }]}
        note={`How you confirm it’s you: at sign-in, before money moves and before access is given. We won’t ask again for ${PROOF_MINUTES} minutes.`}
      />
      <div className="grid gap-5">
        {changed ? (
          <Callout
            tone="go"
            role="status"
            title="How you confirm it’s you has changed"
            action={sessions.length > 1 ? <EndOthers id="changed" /> : null}
          >
            {sessions.length > 1
              ? 'Other browsers are still signed in. If you lost a device or someone stole it, end those sessions.'
              : 'No other browser is signed in.'}
          </Callout>
        ) : null}
        <Card
          title="Passkeys"
          level={2}
          id="passkeys"
          aside={
            passkeys.length > 0 ? (
              <Lamp tone="go">{String(passkeys.length)}</Lamp>
            ) : (
              <Lamp tone="ended">None</Lamp>
            )
          }
        >
          <div className="grid gap-4">
            <p className="text-muted">
              Your device confirms for you, with your fingerprint, face or PIN. A passkey also signs you in,
              without an email.
            </p>
            {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} timeZone={timeZone} now={now} /> : null}
            <AddPasskey next={null} suggested={browserName(userAgent)} />
          </div>
        </Card>
        <Card
          title="Authenticator app"
          level={2}
          id="authenticator"
          aside={authenticatorSince ? <Lamp tone="go">On</Lamp> : <Lamp tone="ended">Off</Lamp>}
        >
          {authenticatorSince ? (
            <div className="grid gap-3">
              <p className="text-sm text-muted">
                Set up <Instant at={authenticatorSince} timeZone={timeZone} now={now} />.
              </p>
              <Details summary="Remove">
                <RemoveAuthenticator />
              </Details>
            </div>
          ) : (
            <div className="grid gap-3">
              <p className="text-muted">
                An app on your phone or computer that shows a new code every {APP_SECONDS} seconds.
              </p>
              <BeginAuthenticator next={null} />
            </div>
          )}
        </Card>
        <Card
          title="Recovery codes"
          level={2}
          id="recovery"
          aside={enrolled ? <Lamp tone={codesLeft > 2 ? 'go' : 'wait'}>{`${codesLeft} left`}</Lamp> : null}
        >
          {enrolled ? (
            <div className="grid justify-items-start gap-3">
              <p className="text-muted">
                For when you lose everything else. Each works once, and can also remove what you lost.
              </p>
              <ButtonLink href="/settings/security/recovery">
                {codesLeft > 0 ? 'Create new codes' : 'Create recovery codes'}
              </ButtonLink>
            </div>
          ) : (
            <p className="text-muted">You get them with a passkey or an authenticator app.</p>
          )}
        </Card>
        {enrolled ? (
          <Card title="When we ask" level={2} id="when">
            <WhenAsked atSignIn={atSignIn} admin={viewer.admin} />
          </Card>
        ) : null}
        <Card title="Open sessions" level={2} id="sessions">
          <p className="mb-3 text-sm text-muted">
            A session ends after {SESSION_HOURS} hours, or after {IDLE_HOURS} hours without use. Ending one
            signs that browser out right away.
          </p>
          <SessionList sessions={sessions} timeZone={timeZone} now={now} />
        </Card>
      </div>
    </Page>
  );
}
