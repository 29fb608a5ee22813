import type { ReactNode } from 'react';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { Callout } from '@/components/ui/callout';

/** For whoever neither has the link nor signs in with the address that was invited: nothing of the invitation is told. */
export function NotHere({ action }: { action: ReactNode }) {
  return (
    <SignInPage title="This invitation isn’t available">
      <Callout action={action}>
        Someone accepted, declined or withdrew it, a newer email replaced it, or it went to another address.
        Sign in with the invited address, or open the link in the newest email.
      </Callout>
    </SignInPage>
  );
}
