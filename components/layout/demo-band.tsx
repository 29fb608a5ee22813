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

/** The strip on every page of a demo. Scrolls sideways inside itself on a phone; stays at the top elsewhere. */
export function DemoBand({ groups }: { groups: readonly DemoGroup[] }) {
  return (
    <section
      aria-label="Demo"
      className="top-0 z-30 flex h-8 items-center gap-x-4 overflow-x-auto overflow-y-hidden border-b border-wait-line bg-wait-soft px-3 text-xs [scrollbar-width:none] lg:sticky print:hidden"
    >
      <span className="shrink-0 whitespace-nowrap">
        <b className="mr-1.5 rounded-sm bg-wait px-1.5 py-0.5 text-[0.6875rem] tracking-wide text-page uppercase">
          Demo
        </b>
        Nothing here is real.
      </span>
      {groups.map((group) => (
        <div key={group.links[0]?.label} className="flex shrink-0 items-center gap-x-1">
          {group.label ? <span className="whitespace-nowrap text-muted">{group.label}</span> : null}
          <ul className="flex items-center">
            {group.links.map((link) => (
              <li key={link.label} className="flex">
                <Entry link={link} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
