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
  /** Things that run right now: open sessions. */
  lamp?: { tone: Tone; value: number; label: string; live?: boolean };
};

/** The links of the rail and of the phone's menu. */
export function NavList({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex min-h-8.5 items-center gap-2.5 rounded-md border border-transparent px-2.5 text-[0.875rem] leading-5 text-muted hover:bg-surface/60 hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0"
            >
              {item.icon}
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.lamp && item.lamp.value > 0 ? (
                <Lamp tone={item.lamp.tone} live={item.lamp.live} className="text-xs">
                  {item.lamp.value}
                  <span className="sr-only"> {item.lamp.label}</span>
                </Lamp>
              ) : null}
              {item.count ? <Count {...item.count} /> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
