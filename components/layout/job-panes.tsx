import type { ReactNode } from 'react';
import { Chevron } from '@/components/ui/chevron';

type JobPanesProps = {
  /** `TurnBar`, with `AgreedLink` as its `more`. */
  turn: ReactNode;
  /** The other conversations; from 1280 px. */
  list: ReactNode;
  /** The person: name, company, certification, local time, Call. */
  header: ReactNode;
  /** What is agreed and with whom: payment, proposal, access, the expert, the request. A sheet on a phone. */
  agreed: ReactNode;
  composer: ReactNode;
  /** The messages, oldest first. */
  children: ReactNode;
};

/** On a phone: what is agreed in a line ("$400 of $1,200 · access 21 h left"), which opens the rest. */
export function AgreedLink({ children }: { children: ReactNode }) {
  return (
    <a href="#agreed" className="flex min-h-6 max-w-full items-center gap-1.5 text-xs text-muted">
      <span className="min-w-0 truncate">{children}</span>
      <Chevron />
    </a>
  );
}

/**
 * The job: whose turn it is on top, the conversation in the middle, everything agreed on the right. It fills the
 * window and each pane scrolls by itself; the messages begin at their end, which `flex-col-reverse` does without a
 * script. On a phone the right pane is a sheet that a link opens (`:target`), so Back closes it.
 */
export function JobPanes({ turn, list, header, agreed, composer, children }: JobPanesProps) {
  return (
    <div className="group/job flex h-[calc(100dvh-var(--band)-var(--bar))] min-h-96 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[16.5rem_minmax(0,1fr)_21.5rem] print:h-auto">
      <aside
        aria-label="Conversations"
        className="hidden min-h-0 overflow-y-auto border-r border-line p-2.5 xl:row-span-2 xl:block print:hidden"
      >
        {list}
      </aside>
      <div className="max-lg:order-2 lg:col-span-full xl:col-span-2 print:hidden">{turn}</div>
      <div className="flex min-h-0 min-w-0 flex-col max-lg:contents">
        <div className="border-b border-line px-3 py-2 max-lg:order-1 max-lg:bg-surface sm:px-5">
          {header}
        </div>
        <section
          id="talk"
          aria-label="Messages"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto -outline-offset-2 max-lg:order-4 print:overflow-visible"
        >
          <div className="grow content-end px-3 py-3 sm:px-5">{children}</div>
        </section>
        <div className="border-t border-line bg-surface px-3 py-2.5 max-lg:order-5 sm:px-4 print:hidden">
          {composer}
        </div>
      </div>
      <aside
        id="agreed"
        aria-label="What’s agreed"
        tabIndex={-1}
        className="min-h-0 overflow-y-auto bg-page outline-none max-lg:fixed max-lg:inset-x-0 max-lg:top-[calc(var(--band)+var(--bar))] max-lg:bottom-0 max-lg:z-10 max-lg:hidden max-lg:border-t max-lg:border-line max-lg:target:block motion-safe:max-lg:target:animate-rise lg:border-l lg:border-line"
      >
        <a
          href="#talk"
          className="sticky top-0 z-10 flex min-h-11 items-center gap-2 border-b border-line bg-surface px-3 text-sm font-medium -outline-offset-2 lg:hidden print:hidden"
        >
          <Chevron className="rotate-90" />
          Back to the conversation
        </a>
        <div className="grid content-start gap-3 p-3 sm:p-3.5">{agreed}</div>
      </aside>
    </div>
  );
}
