import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Submit } from '@/components/ui/submit';
import { readCursor } from '@/lib/core/page';
import { markNotifications } from '@/lib/notifications/news/actions';
import { notificationsOf, unreadCount } from '@/lib/notifications/news/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Notifications' };

type Props = { searchParams: Promise<{ from?: string }> };

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requirePerson('/notifications');
  const { from } = await searchParams;
  const [page, unread, now] = await Promise.all([
    notificationsOf(viewer, readCursor(from)),
    unreadCount(viewer),
    appNow(),
  ]);
  return (
    <Page width="narrow">
      <PageHeader
        title="Notifications"
        note={unread ? `${unread} unread` : 'All read'}
        actions={
          <>
            {unread ? (
              <Form action={markNotifications} label="Mark all as read">
                <Submit variant="secondary" size="sm" pendingLabel="Marking…">
                  Mark all as read
                </Submit>
              </Form>
            ) : null}
            <ButtonLink href="/settings/notifications" size="sm">
              Email notifications
            </ButtonLink>
          </>
        }
      />
      {page.rows.length ? (
        <ul className="grid gap-2">
          {page.rows.map((row) => (
            <li
              key={row.id}
              className={cn(
                'relative rounded-lg border px-4 py-3',
                row.read ? 'border-line' : 'border-accent-line bg-accent-soft',
              )}
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link
                  href={row.path}
                  className="font-medium wrap-anywhere text-ink no-underline after:absolute after:inset-0"
                >
                  {row.read ? null : <span className="sr-only">Unread: </span>}
                  {row.subject}
                </Link>
                <Instant
                  at={row.at}
                  timeZone={viewer.timeZone}
                  now={now}
                  show="ago"
                  className="text-xs text-muted"
                />
              </div>
              <p dir="auto" className="text-sm text-muted">
                {row.says}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing yet">
          Responses, proposals, payments and everything about access appear here. We email you, too.
        </EmptyState>
      )}
      <Pagination
        label="Notifications"
        next={page.next ? `/notifications?from=${page.next}` : null}
        nextLabel="Older"
        previous={from ? '/notifications' : null}
        previousLabel="Newest"
      />
    </Page>
  );
}
