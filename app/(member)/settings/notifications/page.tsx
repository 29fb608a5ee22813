import type { Metadata } from 'next';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { MailSettingsForm } from '@/components/notifications/settings-form';
import { StoppedMail } from '@/components/notifications/stopped-mail';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { mailSettingsOf } from '@/lib/notifications/preferences/queries';
import { MORNING_HOUR } from '@/lib/notifications/topics/rules';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Email notifications' };

type Props = { searchParams: Promise<{ saved?: string | string[]; tried?: string | string[] }> };

export default async function NotificationSettings({ searchParams }: Props) {
  const viewer = await requirePerson('/settings/notifications');
  const [{ saved, tried }, { topics, stopped }, now] = await Promise.all([
    searchParams,
    mailSettingsOf(viewer),
    appNow(),
  ]);
  return (
    <Page width="normal">
      <PageHeader
        title="Email notifications"
        crumbs={[{ label: 'Settings', href: '/settings' }]}
        note={`We email ${viewer.email}. Emails about a request go to its own address once you confirm it.`}
      />
      <div className="grid gap-5">
        {saved ? (
          <Callout tone="go" role="status">
            Saved.
          </Callout>
        ) : null}
        {tried && stopped.length === 0 ? (
          <Callout tone="go" role="status">
            We’re trying this address again: an email is on its way. If it’s refused, we’ll say so here.
          </Callout>
        ) : null}
        {stopped.map((one) => (
          <StoppedMail
            key={one.email}
            stopped={one}
            own={one.email.toLowerCase() === viewer.email.toLowerCase()}
            timeZone={viewer.timeZone}
            now={now}
          />
        ))}
        <Card title="Email" level={2}>
          <p className="mb-4 max-w-[60ch] text-sm text-muted">
            Everything appears in your{' '}
            <Link href="/notifications" className="link">
              notifications
            </Link>
            , whatever you choose here. Daily topics come in one email at {MORNING_HOUR}:00 your time (
            {viewer.timeZone.replaceAll('_', ' ')}), without what you’ve already read. No news, no email.
          </p>
          <MailSettingsForm topics={topics} />
        </Card>
      </div>
    </Page>
  );
}
