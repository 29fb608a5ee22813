'use client';

import { Bell } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { type Counts, useCounts } from '@/components/layout/counts';
import { Count } from '@/components/ui/count';
import { Link } from '@/components/ui/link';
import { seen } from '@/lib/notifications/news/actions';
import { hearNews } from './news';

type NotificationBellProps = {
  counts: Counts;
  realtimeUrl: string;
  /** Where unread notifications lead to: whoever opens such a page has read them. */
  paths: readonly string[];
};

/** The bell with how much is unread. While it stands on a page, the numbers of the frame are kept true. */
export function NotificationBell({ counts, realtimeUrl, paths }: NotificationBellProps) {
  const path = usePathname();
  const leadsHere = paths.includes(path);
  useEffect(() => {
    if (!leadsHere) return;
    const form = new FormData();
    form.set('path', path);
    startTransition(async () => {
      await seen(null, form);
    });
  }, [leadsHere, path]);

  useEffect(() => hearNews(realtimeUrl), [realtimeUrl]);
  const { unread = 0 } = useCounts(counts);

  return (
    <Link
      href="/notifications"
      className="relative grid size-9 place-items-center rounded-md text-muted hover:bg-surface hover:text-ink"
    >
      <Bell size={18} aria-hidden="true" />
      <span className="sr-only">Notifications</span>
      <span className="absolute -top-0.5 -right-0.5">
        <Count value={unread} label="unread" />
      </span>
    </Link>
  );
}
