import type { ReactNode } from 'react';
import { cn } from './cn';

/** A fact in a word or two: a service, a Region, a range. A state is a `Lamp` instead. */
export function Tag({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1 rounded-[6px] border border-line bg-surface px-1.75 text-xs leading-5 text-muted',
        className,
      )}
    >
      {children}
    </span>
  );
}
