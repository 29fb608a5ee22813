import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type EmptyStateProps = {
  /** What is not here, as a fact: "No requests yet". */
  title: string;
  /** What to do next, or when something will appear. */
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'grid justify-items-start gap-1.5 rounded-lg border border-dashed border-line-strong px-5 py-6',
        className,
      )}
    >
      <p className="font-medium">{title}</p>
      <div className="max-w-[60ch] text-sm text-muted">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
