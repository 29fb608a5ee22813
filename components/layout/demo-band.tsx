import { Fragment } from 'react';
import { cn } from '@/components/ui/cn';
import { Link } from '@/components/ui/link';

/** A link, or a press of a button that posts (acting as someone changes who is signed in). */
export type DemoLink =
  | { label: string; href: string; outside?: boolean }
  | {
      label: string;
      action: (data: FormData) => void | Promise<void>;
      hidden: Record<string, string>;
      current?: boolean;
    };

export type DemoGroup = { label: string; links: readonly DemoLink[] };

function Entry({ link }: { link: DemoLink }) {
  if ('action' in link) {
    return (
      <form action={link.action} className="contents">
        {Object.entries(link.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" aria-current={link.current || undefined} className="band-link">
          {link.label}
        </button>
      </form>
    );
  }
  if (link.outside) {
    return (
      <a href={link.href} className="band-link">
        {link.label}
      </a>
    );
  }
  return (
    <Link href={link.href} className="band-link">
      {link.label}
    </Link>
  );
}

/** The strip on every page of a demo, at the top: one line, or two below 1024 px. Its height is the shell's `--band`. */
export function DemoBand({ groups }: { groups: readonly DemoGroup[] }) {
  return (
    <section
      aria-label="Demo"
      className="top-0 z-30 flex h-14 flex-wrap content-center items-center gap-x-3 overflow-hidden border-b border-wait-line bg-wait-soft px-3 text-xs lg:sticky lg:h-8 lg:gap-x-4 print:hidden"
    >
      <span className="shrink-0 whitespace-nowrap">
        <b className="rounded-sm bg-wait px-1.5 py-0.5 text-[0.6875rem] tracking-wide text-page uppercase sm:mr-1.5">
          Demo
        </b>
        <span className="max-sm:sr-only">Nothing here is real.</span>
      </span>
      {groups.map((group, at) => (
        <Fragment key={group.label}>
          {at === 1 ? <span className="h-0 basis-full lg:hidden" /> : null}
          <div className="flex shrink-0 items-center gap-x-1">
            <span className={cn('whitespace-nowrap text-muted', at > 0 && 'max-sm:sr-only')}>
              {group.label}
            </span>
            <ul className="flex items-center">
              {group.links.map((link) => (
                <li key={link.label} className="flex">
                  <Entry link={link} />
                </li>
              ))}
            </ul>
          </div>
        </Fragment>
      ))}
    </section>
  );
}
