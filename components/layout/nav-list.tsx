'use client';

import type { ReactNode } from 'react';
import { Count } from '@/components/ui/count';
import { Lamp, type Tone } from '@/components/ui/lamp';
import { NavLink } from './nav-link';

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  exact?: boolean;
  /** Things that wait for the person, and what they are: "unread". */
  count?: { value: number; label: string };
  /** Things that run right now: accesses that are active. */
  lamp?: { tone: Tone; value: number; label: string; live?: boolean };
};

/** The links of the rail and of the phone's menu: drawn on both sides, so that what stands in both is sent once. */
export function NavList({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {items.map(({ href, exact, icon, label, count, lamp }) => (
          <li key={href}>
            <NavLink href={href} exact={exact} className="rail-link">
              {icon}
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {lamp && lamp.value > 0 ? (
                <Lamp tone={lamp.tone} live={lamp.live} className="text-xs">
                  {lamp.value}
                  <span className="sr-only"> {lamp.label}</span>
                </Lamp>
              ) : null}
              {count ? <Count {...count} /> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
