import type { Metadata } from 'next';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Email address confirmed', robots: { index: false } };

/** Where whoever confirmed goes: they may have no account at all. */
export default function AddressDone() {
  return (
    <SignInPage title="Email address confirmed">
      <p className="text-muted">From now on, we email this address about the requests that list it.</p>
      <ButtonLink href="/" className="justify-self-start">
        Go to Groundcrew
      </ButtonLink>
    </SignInPage>
  );
}
