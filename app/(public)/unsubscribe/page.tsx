import type { Metadata } from 'next';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { buttonLook } from '@/components/ui/button-look';
import { Link } from '@/components/ui/link';
import { readUnsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { topicOf } from '@/lib/notifications/topics/rules';

export const metadata: Metadata = { title: 'Less mail', robots: { index: false }, referrer: 'same-origin' };

type Props = { searchParams: Promise<{ token?: string | string[]; done?: string | string[] }> };

/** Where the link in a mail leads: nothing changes until the button is pressed. Nobody need sign in. */
export default async function Unsubscribe({ searchParams }: Props) {
  const { token, done } = await searchParams;
  const text = typeof token === 'string' ? token : '';
  const meant = readUnsubscribeToken(text);
  const settings = (
    <Link href="/settings/notifications" className="link">
      what is mailed to you
    </Link>
  );
  if (!meant)
    return (
      <Page width="narrow" className="mx-auto">
        <PageHeader title="This link is not complete" />
        <p className="text-muted">
          A mail program may have cut it. Copy the whole address from the mail, or sign in and choose{' '}
          {settings}.
        </p>
      </Page>
    );
  const what =
    meant.topic === 'digest' ? 'the daily mail' : `mail about “${topicOf(meant.topic).label.toLowerCase()}”`;
  if (done)
    return (
      <Page width="narrow" className="mx-auto">
        <PageHeader title="Done: no more of this mail" />
        <p className="text-muted">
          You get no more {what.replace(/^the /, '')}. The notifications themselves stay in your account. To
          turn it on again, sign in and choose {settings}.
        </p>
      </Page>
    );
  return (
    <Page width="narrow" className="mx-auto">
      <PageHeader title="Less mail" />
      <p className="max-w-[60ch] text-muted">
        This turns off {what}, for the person to whom the mail was sent. Nothing else changes: the
        notifications stay in their account, and mail about money, access and security still comes.
      </p>
      <form method="post" action={`/api/unsubscribe?token=${encodeURIComponent(text)}`} className="mt-4">
        <input type="hidden" name="from" value="page" />
        <button type="submit" className={buttonLook('primary')}>
          Turn off {what}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">Rather something in between? Sign in and choose {settings}.</p>
    </Page>
  );
}
