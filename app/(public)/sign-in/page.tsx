import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInByPasskey } from '@/components/identity/factors/passkey-buttons';
import { AskForm } from '@/components/identity/sign-in/sign-in-forms';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { Callout } from '@/components/ui/callout';
import { ownPath } from '@/lib/core/path';
import { inWords } from '@/lib/core/words';
import { DEMO_ROLES } from '@/lib/demo/people';
import { readCsrfToken, readTab, readToken } from '@/lib/identity/sessions/cookies';
import { providerName } from '@/lib/identity/sign-in/next-auth';
import { addressOfTab, awaitingPerson } from '@/lib/identity/sign-in/queries';
import { factorPage, homeOf } from '@/lib/identity/sign-in/rules';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

/** What next-auth and our own callback send back in `error`. */
const ERRORS: Record<string, string> = {
  OAuthAccountNotLinked:
    'An account with this address already exists. Sign in by email, then connect the other sign-in under Settings.',
  Unverified: 'The provider hasn’t verified this email address, so you can’t sign in with it here.',
  AccessDenied: 'The provider didn’t let you in. Try again, or sign in another way.',
};

type Search = { next?: string; error?: string; callbackUrl?: string; again?: string };
type SignInProps = { searchParams: Promise<Record<keyof Search, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

/** The path in next-auth's own parameter, which is a whole address. */
function pathOf(callbackUrl: string | undefined): string | null {
  if (!callbackUrl || !URL.canParse(callbackUrl, env.APP_URL)) return null;
  const url = new URL(callbackUrl, env.APP_URL);
  return url.origin === new URL(env.APP_URL).origin ? ownPath(url.pathname + url.search) : null;
}

export default async function SignIn({ searchParams }: SignInProps) {
  const search = await searchParams;
  const callbackUrl = one(search.callbackUrl);
  const next = ownPath(one(search.next)) ?? pathOf(callbackUrl);
  const error = one(search.error);
  // The address that this tab asked for stands in its cookie: it does not belong into an address bar or a log.
  const asked = search.again ? await addressOfTab(await readTab()) : null;
  const viewer = await readViewer();
  const awaiting = viewer.kind === 'person' ? null : await awaitingPerson(await readToken());
  const provider = providerName();
  const csrfToken = provider ? await readCsrfToken() : undefined;
  // A provider's button needs next-auth's token, which only an answer of its own can put into the browser; once, not for ever.
  if (provider && !csrfToken && !callbackUrl && !error)
    redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(next ?? '/')}`);
  return (
    <SignInPage title="Sign in">
      {error ? (
        <Callout tone="stop" role="alert">
          {ERRORS[error] ?? 'Sign-in didn’t work. Try again, or sign in another way.'}
        </Callout>
      ) : null}
      {viewer.kind === 'person' ? (
        <Callout
          title={`You’re signed in as ${viewer.name}`}
          action={
            <>
              <ButtonLink href={next ?? homeOf(viewer)}>Continue</ButtonLink>
              <ButtonLink href="/api/auth/signout" variant="quiet">
                Sign out
              </ButtonLink>
            </>
          }
        >
          {viewer.email}. Signing in as someone else ends this session.
        </Callout>
      ) : null}
      {awaiting ? (
        <Callout
          title={`Finish signing in as ${awaiting.name}`}
          action={<ButtonLink href={factorPage(next)}>Confirm it’s you</ButtonLink>}
        >
          {awaiting.email}. One step is left. You can also sign in as someone else below.
        </Callout>
      ) : null}
      {next?.startsWith('/requests/new') && viewer.kind !== 'person' ? (
        <p className="text-muted">
          Next, you write your request and review it before anyone else sees it. Posting is free.
        </p>
      ) : null}
      <AskForm next={next} email={asked ?? undefined} />
      <div className="border-t border-line pt-5">
        <SignInByPasskey next={next} />
      </div>
      {provider && csrfToken ? (
        <form action="/api/auth/signin/oidc" method="post" className="grid gap-4 border-t border-line pt-5">
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value={next ?? '/'} />
          <button type="submit" className={buttonLook()}>
            Sign in with {provider}
          </button>
        </form>
      ) : null}
      {env.MODE === 'demo' ? (
        <p className="text-sm text-muted">
          This is a demo. Emails to any address arrive in{' '}
          <a href={env.SANDBOX_MAIL_URL} className="underline underline-offset-3">
            the demo inbox
          </a>
          . Or sign in as one of the {inWords(DEMO_ROLES.length)} people in the bar at the top.
        </p>
      ) : null}
    </SignInPage>
  );
}
