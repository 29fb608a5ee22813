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
      <SignInPage title="This link no longer works">
        <Callout action={<ButtonLink href="/sign-in">Get a new link</ButtonLink>}>
          It was already used, it expired (a link works once, for {SIGN_IN_MINUTES} minutes), or a newer email
          replaced it.
        </Callout>
      </SignInPage>
    );
  }
  return (
    <SignInPage title="Sign in">
      <p className="text-muted">
        You’re signing in as <b className="break-all text-ink">{email}</b>, in this browser.
      </p>
      <LinkForm token={token} />
    </SignInPage>
  );
}
