import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AppCodeForm, DemoCodeForm, RecoveryForm } from '@/components/identity/factors/confirm-forms';
import { GiveFactorByPasskey } from '@/components/identity/factors/passkey-buttons';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { ownPath } from '@/lib/core/path';
import { demoCode } from '@/lib/demo/queries';
import { readToken } from '@/lib/identity/sessions/cookies';
import { awaitingPerson } from '@/lib/identity/sign-in/queries';
import { homeOf } from '@/lib/identity/sign-in/rules';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'One more step', robots: { index: false } };

type FactorProps = { searchParams: Promise<{ next?: string | string[] }> };

/** After the mail or the provider: what the person has set up. Until then the browser is signed in as nobody. */
export default async function Factor({ searchParams }: FactorProps) {
  const search = await searchParams;
  const next = ownPath(typeof search.next === 'string' ? search.next : null);
  const viewer = await readViewer();
  if (viewer.kind === 'person') redirect(next ?? homeOf(viewer));
  const person = await awaitingPerson(await readToken());
  if (!person) redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
  const { passkey, app, email } = person;
  const code = app ? await demoCode(person) : null;
  return (
    <SignInPage title="One more step">
      <p className="text-muted">
        You’re signing in as <b className="break-all text-ink">{email}</b>. Confirm it’s you.
      </p>
      {passkey ? <GiveFactorByPasskey next={next} /> : null}
      {code === null ? null : <DemoCodeForm code={code} next={next} signingIn />}
      {app ? <AppCodeForm next={next} signingIn /> : null}
      <RecoveryForm next={next} signingIn />
      <div className="grid justify-items-start gap-2 border-t border-line pt-4">
        <p className="text-sm text-muted">
          Lost all of these? Email{' '}
          <a href={`mailto:${env.OPERATOR_EMAIL}`} className="break-all underline underline-offset-3">
            {env.OPERATOR_EMAIL}
          </a>
          .
        </p>
        <ButtonLink href="/api/auth/signout" variant="quiet">
          Cancel and sign out
        </ButtonLink>
      </div>
    </SignInPage>
  );
}
