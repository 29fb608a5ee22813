import type { ReactNode } from 'react';
import { cn } from './cn';

/** An id, an ARN, an action's name in running text. Breaks anywhere rather than widen the page. */
export function Mono({ className, children }: { className?: string; children: ReactNode }) {
  return <code className={cn('font-mono text-[0.92em] wrap-anywhere', className)}>{children}</code>;
}

type CodeBlockProps = {
  /** What the block holds, for people who hear the page and for the bar above it. */
  label: string;
  /** On the right of the bar: a `CopyButton`. */
  action?: ReactNode;
  className?: string;
  children: string;
};

/** Lines of code, JSON or a policy. Scrolls sideways inside itself, also by keyboard. */
export function CodeBlock({ label, action, className, children }: CodeBlockProps) {
  return (
    <figure className={cn('min-w-0 overflow-hidden rounded-md border border-line bg-sunken', className)}>
      <figcaption className="flex min-h-9 items-center justify-between gap-3 border-b border-line px-3 py-1 text-xs text-muted">
        {label}
        {action}
      </figcaption>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto focus-visible:-outline-offset-2"
      >
        <pre className="w-max min-w-full p-3 font-mono text-xs leading-5">
          <code>{children}</code>
        </pre>
      </section>
    </figure>
  );
}
