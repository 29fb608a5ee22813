import type { ReactNode } from 'react';
import type { Crumb } from '@/components/ui/breadcrumbs';
import { cn } from '@/components/ui/cn';
import { Details } from '@/components/ui/details';
import { PageHeader } from './page-header';

export type Heading = { id: string; title: string };

type ReadingProps = {
  title: string;
  note?: ReactNode;
  crumbs?: readonly Crumb[];
  /** What stands on the page, to jump to. */
  contents?: readonly Heading[];
  actions?: ReactNode;
  children: ReactNode;
};

/** A page to read: at most 68 characters in a line, its contents beside it, or folded above it on a phone. */
export function Reading({ title, note, crumbs, contents = [], actions, children }: ReadingProps) {
  return (
    <div
      className={cn(
        'mx-auto grid max-w-[64rem] gap-x-12 px-4 py-6 sm:px-8 lg:py-10',
        contents.length > 0 && 'lg:grid-cols-[minmax(0,1fr)_15rem]',
      )}
    >
      <PageHeader title={title} note={note} crumbs={crumbs} actions={actions} className="lg:col-start-1" />
      {contents.length > 0 ? <Contents contents={contents} /> : null}
      <div className="prose grid min-w-0 content-start gap-9 lg:col-start-1 lg:row-start-2">{children}</div>
    </div>
  );
}

function Contents({ contents }: { contents: readonly Heading[] }) {
  const list = (
    <ul className="grid gap-0.5">
      {contents.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} className="inline-block py-1 text-sm text-muted hover:text-ink hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Details summary="On this page" className="mb-6 lg:hidden print:hidden">
        <nav aria-label="On this page">{list}</nav>
      </Details>
      <nav
        aria-labelledby="contents"
        className="sticky top-12 col-start-2 row-span-2 row-start-1 hidden max-h-[calc(100dvh-5rem)] content-start gap-2 self-start overflow-y-auto lg:grid print:hidden"
      >
        <p id="contents" className="text-xs font-medium tracking-wide text-faint uppercase">
          On this page
        </p>
        {list}
      </nav>
    </>
  );
}

/** A part with an address of its own. */
export function Part({ id, title, children }: Heading & { children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid scroll-mt-12 gap-3">
      <h2 id={`${id}-title`} className="text-xl">
        <a href={`#${id}`} className="text-ink no-underline hover:underline">
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}
