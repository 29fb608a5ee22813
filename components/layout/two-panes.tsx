import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type TwoPanesProps = {
  children: ReactNode;
  /** Facts and secondary actions: on the right from 1024 px, where it stays in view; under the rest before that. */
  side: ReactNode;
  sideLabel: string;
  className?: string;
};

export function TwoPanes({ children, side, sideLabel, className }: TwoPanesProps) {
  return (
    <div className={cn('grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]', className)}>
      <div className="grid min-w-0 gap-5">{children}</div>
      <aside
        aria-label={sideLabel}
        className="grid min-w-0 gap-4 lg:sticky lg:top-[calc(var(--band)+1.5rem)]"
      >
        {side}
      </aside>
    </div>
  );
}
