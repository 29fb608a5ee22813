import type { Metadata } from 'next';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { buttonLook } from '@/components/ui/button-look';
import { Link } from '@/components/ui/link';
import { readUnsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { topicOf } from '@/lib/notifications/topics/rules';

export const metadata: Metadata = { title: 'Unsubscribe', robots: { index: false }, referrer: 'same-origin' };

type Props = { searchParams: Promise<{ token?: string | string[]; done?: string | string[] }> };

/** Where the link in a mail leads: nothing changes until the button is pressed. Nobody need sign in. */
export default async function Unsubscribe({ searchParams }: Props) {
  const { token, done } = await searchParams;
  const text = typeof token === 'string' ? token : '';
  const meant = readUnsubscribeToken(text);
  const settings = (
    <Link href="/settings/notifications" className="link">
      Email notifications
    </Link>
  );
  if (!meant)
    return (
      <Page width="narrow" className="mx-auto">
        <PageHeader title="This link isn’t complete" />
        <p className="text-muted">
          Your email app may have cut it off. Copy the whole link from the email, or sign in and open{' '}
          {settings}.
        </p>
      </Page>
    );
  const what =
    meant.topic === 'digest'
      ? 'the daily email'
      : `emails about “${topicOf(meant.topic).label.toLowerCase()}”`;
  if (done)
    return (
      <Page width="narrow" className="mx-auto">
        <PageHeader title="You’re unsubscribed" />
        <p className="text-muted">
          We won’t send you {what}. The notifications themselves stay in your account. To turn this back on,
          sign in and open {settings}.
        </p>
      </Page>
    );
  return (
    <Page width="narrow" className="mx-auto">
      <PageHeader title="Unsubscribe" />
      <p className="max-w-[60ch] text-muted">
        This turns off {what} for the person we sent the email to. Nothing else changes: the notifications
        stay in their account, and we still email them about money, access and security.
      </p>
      <form method="post" action={`/api/unsubscribe?token=${encodeURIComponent(text)}`} className="mt-4">
        <input type="hidden" name="from" value="page" />
        <button type="submit" className={buttonLook('primary')}>
          Turn off {what}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">Want something in between? Sign in and open {settings}.</p>
    </Page>
  );
}
