import type { ReactNode } from 'react';
import { cn } from './cn';
import { Count } from './count';
import { Link } from './link';

export type Tab = { href: string; label: ReactNode; current?: boolean; count?: number; countLabel?: string };

/** Views of one thing, as links: each has an address, and nothing needs JavaScript. Scrolls sideways inside itself. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={cn('overflow-x-auto border-b border-line [scrollbar-width:none]', className)}
    >
      <ul className="flex w-max min-w-full gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              scroll={false}
              className="tab"
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <Count value={tab.count} label={tab.countLabel ?? ''} quiet={!tab.countLabel} />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
