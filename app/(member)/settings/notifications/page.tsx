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

export const metadata: Metadata = { title: 'What is mailed to you' };

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
        title="What is mailed to you"
        crumbs={[{ label: 'Settings', href: '/settings' }]}
        note={`Mail goes to ${viewer.email}. What concerns a request goes to the address of that request, once you have proven it.`}
      />
      <div className="grid gap-5">
        {saved ? (
          <Callout tone="go" role="status">
            Saved.
          </Callout>
        ) : null}
        {tried && stopped.length === 0 ? (
          <Callout tone="go" role="status">
            We try this address again: a mail is on its way. If it is refused, you read so here.
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
        <Card title="E-mail" level={2}>
          <p className="mb-4 max-w-[60ch] text-sm text-muted">
            Everything appears in your{' '}
            <Link href="/notifications" className="link">
              notifications
            </Link>
            , whatever you choose here. What you want once a day comes in one mail at {MORNING_HOUR}:00 by
            your clock ({viewer.timeZone.replaceAll('_', ' ')}), without what you have read by then. On a day
            without news there is no mail.
          </p>
          <MailSettingsForm topics={topics} />
        </Card>
      </div>
    </Page>
  );
}
