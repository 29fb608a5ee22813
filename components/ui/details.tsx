import type { ReactNode } from 'react';
import { Chevron } from './chevron';
import { cn } from './cn';

type DetailsProps = {
  summary: ReactNode;
  /** Right of the summary: a count, a lamp. */
  aside?: ReactNode;
  open?: boolean;
  /** One of a set of which at most one is open. */
  name?: string;
  /** Frame: stands alone as a box. Otherwise a line of text that opens. */
  frame?: boolean;
  className?: string;
  children: ReactNode;
};

/** More, for those who want it: terms, the reason behind a sentence, a form that is seldom used. */
export function Details({ summary, aside, open, name, frame, className, children }: DetailsProps) {
  return (
    <details
      open={open}
      name={name}
      className={cn('group min-w-0', frame && 'rounded-lg border border-line bg-surface', className)}
    >
      <summary
        className={cn(
          'flex min-h-9 items-center justify-between gap-3 rounded-md font-medium hover:text-accent',
          frame && 'rounded-lg px-4 py-2.5',
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          <Chevron className="text-faint" />
          {summary}
        </span>
        {aside}
      </summary>
      <div className={frame ? 'border-t border-line px-4 py-3.5' : 'pt-1.5 pb-2'}>{children}</div>
    </details>
  );
}
