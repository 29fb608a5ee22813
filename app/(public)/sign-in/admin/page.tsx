import type { Metadata } from 'next';
import { AdminForm } from '@/components/identity/sign-in/sign-in-forms';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = {
  title: 'Become an admin',
  robots: { index: false },
  referrer: 'same-origin',
};

type AdminProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Where the link of `npm run admin` leads. Its secret is kept in no row and no cookie, so signing in comes first. */
export default async function BecomeAdmin({ searchParams }: AdminProps) {
  const { token } = await searchParams;
  const viewer = await readViewer();
  return (
    <SignInPage title="Become an admin">
      {viewer.kind === 'nobody' ? (
        <Callout
          title="Sign in first"
          action={
            <ButtonLink href="/sign-in" target="_blank">
              Sign in on a new tab
            </ButtonLink>
          }
        >
          Sign in with the address this link was made for. Then open the link again.
        </Callout>
      ) : (
        <>
          <p className="text-muted">
            You’re signed in as <b className="break-all text-ink">{viewer.email}</b>. Admins verify
            certifications and can suspend people.
          </p>
          <AdminForm token={typeof token === 'string' ? token : ''} />
        </>
      )}
    </SignInPage>
  );
}
