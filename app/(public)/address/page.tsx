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
  title: 'Confirm an address',
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
      <SignInPage title="This link does not work any more">
        <Callout action={<ButtonLink href="/settings#addresses">Your addresses</ButtonLink>}>
          It was used, it has expired (a link is good for {PROOF_HOURS} hours, once), or a newer mail has
          taken its place. Your settings show which addresses are proven, and send another link.
        </Callout>
      </SignInPage>
    );
  }
  const address = <b className="font-semibold break-all text-ink">{proof.email}</b>;
  if (proof.purpose === 'contact') {
    return (
      <SignInPage title="Confirm this address">
        <p className="text-muted">
          <bdi>{proof.name}</bdi> gave {address} for requests. Once it is confirmed, mails about those
          requests come to it.
        </p>
        <ConfirmForm token={token} purpose="contact" />
        <p className="text-sm text-muted">
          If you do not know <bdi>{proof.name}</bdi>, close this page: nothing is sent.
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
            ? 'You are signed in as somebody else. The new address is confirmed by the account that asked for it. Sign out, sign in there with the address that it has now, and open the link from the mail again.'
            : 'A new address is confirmed in the account that asked for it. Sign in with the address that it has now, and open the link from the mail again.'}
        </Callout>
      </SignInPage>
    );
  }
  return (
    <SignInPage title="Confirm your new address">
      <p className="text-muted">
        From now on you sign in with {address} instead of <b className="break-all">{viewer.email}</b>. The
        address before is told, and your other sessions end.
      </p>
      <ConfirmForm token={token} purpose="sign_in" />
    </SignInPage>
  );
}
