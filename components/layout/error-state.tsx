import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Mono } from '@/components/ui/code';

type ErrorStateProps = {
  title: string;
  /** What this means for the person: is anything lost, can it be tried again. */
  children: ReactNode;
  /** The id under which it was logged. */
  errorId?: string;
  action?: ReactNode;
  className?: string;
};

export function ErrorState({ title, children, errorId, action, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn(
        'grid justify-items-start gap-1.5 rounded-lg border border-stop bg-surface px-5 py-5',
        className,
      )}
    >
      <p className="font-medium text-stop">{title}</p>
      <div className="max-w-[60ch] text-sm text-muted">{children}</div>
      {errorId ? (
        <p className="text-sm text-muted">
          Error ID <Mono className="text-ink">{errorId}</Mono>
        </p>
      ) : null}
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
