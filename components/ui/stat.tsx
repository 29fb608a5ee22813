import type { ReactNode } from 'react';
import { cn } from './cn';

type StatProps = { label: ReactNode; value: ReactNode; note?: ReactNode; className?: string };

/** One figure that matters, and what it means. */
export function Stat({ label, value, note, className }: StatProps) {
  return (
    <div className={cn('grid min-w-0', className)}>
      <span className="text-sm text-muted">{label}</span>
      <span className="text-2xl font-semibold">{value}</span>
      {note ? <span className="text-xs text-faint">{note}</span> : null}
    </div>
  );
}
