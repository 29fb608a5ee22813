import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { Brand } from './mark';
import { NavLink } from './nav-link';

export type PublicLink = { href: string; label: string };

type PublicHeaderProps = {
  links: readonly PublicLink[];
  /** On the right: "Sign in", or the way back to one's own pages. */
  children: ReactNode;
};

/** The head of pages that anyone may open. */
export function PublicHeader({ links, children }: PublicHeaderProps) {
  return (
    <header className="relative border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-14 max-w-[75rem] items-center justify-between gap-4 px-4 sm:px-8">
        <Brand />
        <div className="flex items-center gap-1 sm:gap-2">
          <nav aria-label="Main" className="hidden sm:block">
            <ul className="flex">
              {links.map((link) => (
                <li key={link.href}>
                  <NavLink
                    href={link.href}
                    className="flex min-h-9 items-center rounded-md px-3 text-sm text-muted hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
                  >
                    {link.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {children}
          <Disclosure
            className="sm:hidden"
            label="Menu"
            summaryClassName="grid size-11 place-items-center rounded-md hover:bg-sunken -mr-2.5"
            summary={
              <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
                <path
                  d="M2 5h14M2 9h14M2 13h14"
                  stroke="currentColor"
                  strokeWidth="1.7"
                  strokeLinecap="round"
                />
              </svg>
            }
          >
            <nav
              aria-label="Main"
              className="absolute inset-x-0 top-full z-20 border-y border-line bg-surface p-2 shadow-lg"
            >
              <ul>
                {links.map((link) => (
                  <li key={link.href}>
                    <NavLink
                      href={link.href}
                      className="flex min-h-11 items-center rounded-md px-3 aria-[current=page]:bg-sunken aria-[current=page]:font-medium"
                    >
                      {link.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          </Disclosure>
        </div>
      </div>
    </header>
  );
}
