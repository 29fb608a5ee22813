import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeForm } from '@/components/identity/sign-in/sign-in-forms';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { readTab } from '@/lib/identity/sessions/cookies';
import { addressOfTab } from '@/lib/identity/sign-in/queries';
import { env } from '@/lib/platform/env';

export const metadata: Metadata = { title: 'Check your inbox', robots: { index: false } };

export default async function Check() {
  const email = await addressOfTab(await readTab());
  if (!email) redirect('/sign-in');
  return (
    <SignInPage title="Check your inbox">
      <p className="text-muted">
        We emailed <b className="break-all text-ink">{email}</b>. Open the link in any browser, or enter the
        code here.
      </p>
      <CodeForm />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {env.MODE === 'demo' && env.SANDBOX_MAIL_URL ? (
          <ButtonLink href={env.SANDBOX_MAIL_URL} target="_blank" rel="noopener">
            Open the demo inbox
          </ButtonLink>
        ) : null}
        <ButtonLink href="/sign-in?again=1" variant="quiet">
          Send another email or use a different address
        </ButtonLink>
      </div>
    </SignInPage>
  );
}
