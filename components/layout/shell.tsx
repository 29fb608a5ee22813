import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Disclosure } from '@/components/ui/disclosure';
import { Toaster } from '@/components/ui/toaster';
import type { Counts } from './counts';
import { Brand } from './mark';
import { type NavItem, NavList } from './nav-list';
import { OnTheWay } from './on-the-way';

type ShellProps = {
  /** Where the brand leads. */
  home: string;
  nav: readonly NavItem[];
  /** At the foot of the rail: the guide, settings. */
  foot: readonly NavItem[];
  /** What the links count. */
  counts?: Counts;
  /** Whom one acts for, and who one is: a `Menu`. Drawn in the rail and, on a phone, in the menu. */
  tenant: ReactNode;
  /** The customer or company that one acts for, where that is another name than one's own: in the phone's bar. */
  actsFor?: string | null;
  /** The bell with its count. */
  bell?: ReactNode;
  /** A search field or a link to search, above the navigation. */
  search?: ReactNode;
  /** `DemoBand`, in a demo. */
  band?: ReactNode;
  children: ReactNode;
};

const NOTHING: Counts = { at: 0, of: {} };

/**
 * The frame of every page for people who are signed in: a rail on the left from 1024 px, a bar with a menu below that.
 * `--band` is the height of the demo's strip and `--bar` of the phone's bar, for pages that fill the window.
 */
export function Shell({
  home,
  nav,
  foot,
  counts = NOTHING,
  tenant,
  actsFor,
  bell,
  search,
  band,
  children,
}: ShellProps) {
  return (
    <div
      className={cn(
        // On a phone a conversation brings its own bar, with the way back: messages come first.
        'group/shell [--bar:3.25rem] lg:[--bar:0px] max-lg:has-[#talk]:[--bar:0px]',
        band ? '[--band:3.5rem] lg:[--band:2rem]' : '[--band:0px]',
      )}
    >
      {band}
      <div className="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <aside className="sticky top-(--band) hidden h-[calc(100dvh-var(--band))] flex-col gap-3 overflow-y-auto border-r border-line bg-sunken px-3 py-3.5 lg:flex print:hidden">
          <div className="flex min-h-9 items-center justify-between gap-2 pl-2.5">
            <Brand href={home} />
            {bell}
          </div>
          {search}
          <NavList label="Main" items={nav} counts={counts} />
          <div className="mt-auto grid gap-2">
            <NavList label="More" items={foot} counts={counts} />
            {tenant}
          </div>
        </aside>
        <div className="min-w-0">
          <header className="sticky top-0 z-20 flex h-(--bar) items-center justify-between gap-2 border-b border-line bg-surface px-3 lg:hidden max-lg:group-has-[#talk]/shell:hidden print:static">
            <span className="flex min-w-0 items-center gap-2">
              <Brand href={home} className="px-1" />
              {actsFor ? (
                <span className="min-w-0 truncate text-xs text-faint">
                  <bdi>{actsFor}</bdi>
                </span>
              ) : null}
            </span>
            <div className="flex items-center gap-1 print:hidden">
              {bell}
              <Disclosure
                className="group"
                label="Menu"
                summaryClassName="grid size-11 place-items-center rounded-md hover:bg-sunken"
                summary={
                  <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
                    <path
                      d="M2 5h14M2 9h14M2 13h14"
                      stroke="currentColor"
                      strokeWidth="1.7"
                      strokeLinecap="round"
                      className="group-open:hidden"
                    />
                    <path
                      d="m3.5 3.5 11 11m0-11-11 11"
                      stroke="currentColor"
                      strokeWidth="1.7"
                      strokeLinecap="round"
                      className="hidden group-open:block"
                    />
                  </svg>
                }
              >
                <div className="absolute inset-x-0 top-full grid max-h-[calc(100dvh-var(--bar))] gap-3 overflow-y-auto border-y border-line bg-sunken p-3 shadow-lg">
                  {search}
                  <NavList label="Main" items={nav} counts={counts} />
                  <div className="h-px bg-line" />
                  <NavList label="More" items={foot} counts={counts} />
                  {tenant}
                </div>
              </Disclosure>
            </div>
          </header>
          <main id="main" tabIndex={-1} className="outline-none">
            <OnTheWay>{children}</OnTheWay>
          </main>
        </div>
      </div>
      <Toaster />
    </div>
  );
}
