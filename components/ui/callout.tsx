import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './lamp';

const looks: Record<Tone, string> = {
  go: 'border-go-line bg-go-soft',
  wait: 'border-wait-line bg-wait-soft',
  stop: 'border-stop-line bg-stop-soft',
  ended: 'border-line bg-sunken',
  turn: 'border-accent-line bg-accent-soft',
};
const titles: Record<Tone, string> = {
  go: 'text-go',
  wait: 'text-wait',
  stop: 'text-stop',
  ended: 'text-ink',
  turn: 'text-accent',
};

type CalloutProps = {
  tone?: Tone;
  title?: ReactNode;
  /** A button or link under the text. */
  action?: ReactNode;
  /** Announced at once when it appears: 'alert' for what went wrong, 'status' for what went well. */
  role?: 'alert' | 'status';
  className?: string;
  children?: ReactNode;
};

/** A sentence that must not be missed. */
export function Callout({ tone = 'ended', title, action, role, className, children }: CalloutProps) {
  return (
    <div
      role={role}
      className={cn('grid content-start gap-1 rounded-md border px-4 py-3 text-sm', looks[tone], className)}
    >
      {title ? <p className={cn('font-medium', titles[tone])}>{title}</p> : null}
      {children ? <div className="text-ink">{children}</div> : null}
      {action ? <div className="mt-1.5 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
