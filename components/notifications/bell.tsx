'use client';

import { Bell } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { Count } from '@/components/ui/count';
import { Link } from '@/components/ui/link';
import { seen } from '@/lib/notifications/actions';

type NotificationBellProps = {
  /** As the server counted; what comes later is pushed. */
  unread: number;
  realtimeUrl: string;
  /** Where unread notifications lead to: whoever opens such a page has read them. */
  paths: readonly string[];
};

/** The bell with how much is unread. It listens once the page is idle, so that nothing waits for it. */
export function NotificationBell({ unread, realtimeUrl, paths }: NotificationBellProps) {
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

  const [pushed, setPushed] = useState<{ base: number; count: number } | null>(null);
  // A page rendered anew knows better than a push that came before it.
  const count = pushed && pushed.base === unread ? pushed.count : unread;

  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    const begin = async () => {
      const { openSocket } = await import('@/components/chat/live');
      const socket = await openSocket(realtimeUrl);
      if (gone) return void socket.disconnect();
      socket.on('notification', (change) => setPushed({ base: unread, count: change.unread }));
      close = () => socket.disconnect();
    };
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    idle(() => void begin());
    return () => {
      gone = true;
      close?.();
    };
  }, [realtimeUrl, unread]);

  return (
    <Link
      href="/notifications"
      className="relative grid size-9 place-items-center rounded-md text-muted hover:bg-surface hover:text-ink"
    >
      <Bell size={18} aria-hidden="true" />
      <span className="sr-only">Notifications</span>
      <span className="absolute -top-0.5 -right-0.5">
        <Count value={count} label="unread" />
      </span>
    </Link>
  );
}
