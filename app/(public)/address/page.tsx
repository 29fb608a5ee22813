import type { Metadata } from 'next';
import { ConfirmForm } from '@/components/identity/people/addresses';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { proofOfLink } from '@/lib/identity/addresses/queries';
import { PROOF_HOURS } from '@/lib/identity/addresses/rules';
import { readViewer } from '@/lib/platform/session/viewer';

// The address holds a secret: it goes to no other site, not even as where one came from.
export const metadata: Metadata = {
  title: 'Confirm an email address',
  robots: { index: false },
  referrer: 'same-origin',
};

type AddressProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening the link changes nothing; the button on this page does. */
export default async function ConfirmAddress({ searchParams }: AddressProps) {
  const { token } = await searchParams;
  const [viewer, proof] = await Promise.all([
    readViewer(),
    typeof token === 'string' ? proofOfLink(token) : null,
  ]);
  if (typeof token !== 'string' || !proof) {
    return (
      <SignInPage title="This link no longer works">
        <Callout action={<ButtonLink href="/settings#addresses">Your addresses</ButtonLink>}>
          It was already used, it expired (a link works once, for {PROOF_HOURS} hours), or a newer email
          replaced it. In your settings, see which addresses are confirmed and get another link.
        </Callout>
      </SignInPage>
    );
  }
  const address = <b className="break-all text-ink">{proof.email}</b>;
  if (proof.purpose === 'contact') {
    return (
      <SignInPage title="Confirm this email address">
        <p className="text-muted">
          <bdi>{proof.name}</bdi> gave {address} for requests. Once you confirm it, we email it about those
          requests.
        </p>
        <ConfirmForm token={token} purpose="contact" />
        <p className="text-sm text-muted">
          If you don’t know <bdi>{proof.name}</bdi>, close this page. We won’t send anything.
        </p>
      </SignInPage>
    );
  }
  if (viewer.kind !== 'person' || viewer.personId !== proof.personId) {
    return (
      <SignInPage title="Sign in first">
        <Callout
          tone="wait"
          action={
            viewer.kind === 'person' ? (
              <ButtonLink href="/api/auth/signout">Sign out</ButtonLink>
            ) : (
              <ButtonLink href="/sign-in">Sign in</ButtonLink>
            )
          }
        >
          {viewer.kind === 'person'
            ? 'You’re signed in as someone else. Only the account that asked for the new address can confirm it. Sign out, sign in with that account’s current address, then open the link in the email again.'
            : 'Only the account that asked for the new address can confirm it. Sign in with its current address, then open the link in the email again.'}
        </Callout>
      </SignInPage>
    );
  }
  return (
    <SignInPage title="Confirm your new email address">
      <p className="text-muted">
        From now on, you sign in with {address} instead of <b className="break-all">{viewer.email}</b>. We
        notify your old address, and your other sessions end.
      </p>
      <ConfirmForm token={token} purpose="sign_in" />
    </SignInPage>
  );
}
