import { Count } from '@/components/ui/count';
import { Link } from '@/components/ui/link';

/** The way to the notifications, with how many are unread. Drawn by hand: it is on every page, and an icon set is script. */
export function Bell({ href, unread }: { href: string; unread: number }) {
  return (
    <Link
      href={href}
      className="relative grid size-9 shrink-0 place-items-center rounded-md text-muted hover:bg-surface hover:text-ink max-lg:size-11 max-lg:hover:bg-sunken"
    >
      <svg
        viewBox="0 0 18 18"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M4.5 12.5V8a4.5 4.5 0 0 1 9 0v4.5l1.25 1.25H3.25ZM7.25 16h3.5" />
      </svg>
      <span className="sr-only">Notifications</span>
      <Count
        value={unread}
        label="unread"
        className="absolute -top-0.5 left-1/2 min-w-4.5 px-1 text-center text-[0.6875rem] leading-4.5"
      />
    </Link>
  );
}
