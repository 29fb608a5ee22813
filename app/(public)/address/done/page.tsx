import type { Metadata } from 'next';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'The address is confirmed', robots: { index: false } };

/** Where whoever confirmed goes: they may have no account at all. */
export default function AddressDone() {
  return (
    <SignInPage title="The address is confirmed">
      <p className="text-muted">Mails about the requests that name it come to it from now on.</p>
      <ButtonLink href="/" className="justify-self-start">
        Go to Groundcrew
      </ButtonLink>
    </SignInPage>
  );
}
