import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { readCsrfToken, readToken } from '@/lib/identity/sessions/cookies';
import { awaitingPerson } from '@/lib/identity/sign-in/queries';
import { factorPage, homeOf } from '@/lib/identity/sign-in/rules';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Sign out', robots: { index: false } };

/** next-auth's sign-out: reached by way of /api/auth/signout, which gives the browser the token that this form sends. */
export default async function SignOut() {
  const viewer = await readViewer();
  const awaiting = viewer.kind === 'nobody' ? await awaitingPerson(await readToken()) : null;
  const email = viewer.kind === 'person' ? viewer.email : awaiting?.email;
  if (!email) redirect('/sign-in');
  const csrfToken = await readCsrfToken();
  if (!csrfToken) redirect('/api/auth/signout');
  return (
    <SignInPage title="Sign out">
      <p className="text-muted">
        {viewer.kind === 'person' ? 'You’re signed in as ' : 'You’re signing in as '}
        <b className="break-all text-ink">{email}</b>. Signing out ends your session in this browser only.
      </p>
      <form action="/api/auth/signout" method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value="/" />
        <button type="submit" className={buttonLook('primary')}>
          Sign out
        </button>
        <ButtonLink href={viewer.kind === 'person' ? homeOf(viewer) : factorPage(null)} variant="quiet">
          Cancel
        </ButtonLink>
      </form>
    </SignInPage>
  );
}
