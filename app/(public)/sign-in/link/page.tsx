import type { Metadata } from 'next';
import { LinkForm } from '@/components/identity/sign-in/sign-in-forms';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { addressOfLink } from '@/lib/identity/sign-in/queries';

// The address holds a secret: it goes to no other site, not even as where one came from.
export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' };

type LinkProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening the link changes nothing; the button on this page does. */
export default async function SignInByLink({ searchParams }: LinkProps) {
  const { token } = await searchParams;
  const email = typeof token === 'string' ? await addressOfLink(token) : null;
  if (typeof token !== 'string' || !email) {
    return (
      <SignInPage title="This link does not work any more">
        <Callout action={<ButtonLink href="/sign-in">Send me another one</ButtonLink>}>
          It was used, it has expired (a link is good for {SIGN_IN_MINUTES} minutes, once), or a newer mail
          has taken its place.
        </Callout>
      </SignInPage>
    );
  }
  return (
    <SignInPage title="Sign in">
      <p className="text-muted">
        You are signing in as <b className="font-semibold break-all text-ink">{email}</b>, in this browser.
      </p>
      <LinkForm token={token} />
    </SignInPage>
  );
}
