'use client';

import type { ReactNode } from 'react';
import { Count } from '@/components/ui/count';
import { Lamp, type Tone } from '@/components/ui/lamp';
import { type Counts, useCounts } from './counts';
import { NavLink } from './nav-link';

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  exact?: boolean;
  /** Things that wait for the person: by which name they are counted, and what they are: "unread". */
  count?: { of: string; label: string };
  /** Things that run right now: accesses that are active. */
  lamp?: { of: string; label: string; tone: Tone; live?: boolean };
};

type NavListProps = { label: string; items: readonly NavItem[]; counts: Counts };

/** The links of the rail and of the phone's menu: drawn on both sides, so that what stands in both is sent once. */
export function NavList({ label, items, counts }: NavListProps) {
  const counted = useCounts(counts);
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        {items.map(({ href, exact, icon, label, count, lamp }) => (
          <li key={href}>
            <NavLink href={href} exact={exact} className="rail-link">
              {icon}
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {lamp && counted[lamp.of] ? (
                <Lamp tone={lamp.tone} live={lamp.live} className="text-xs">
                  {counted[lamp.of]}
                  <span className="sr-only"> {lamp.label}</span>
                </Lamp>
              ) : null}
              {count ? <Count value={counted[count.of] ?? 0} label={count.label} /> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
