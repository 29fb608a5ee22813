import type { ReactNode } from 'react';
import { cn } from './cn';

/** go: runs · wait: waits for someone or something · stop: failed or dangerous · ended: over · turn: yours to act on. */
export type Tone = 'go' | 'wait' | 'stop' | 'ended' | 'turn';

const pill: Record<Tone, string> = {
  go: 'bg-go-soft text-go',
  wait: 'bg-wait-soft text-wait',
  stop: 'bg-stop-soft text-stop',
  ended: 'bg-ended-soft text-ended',
  turn: 'bg-accent-soft text-accent',
};
const bare: Record<Tone, string> = {
  go: 'text-go',
  wait: 'text-wait',
  stop: 'text-stop',
  ended: 'text-ended',
  turn: 'text-accent',
};

type LampProps = {
  tone: Tone;
  /** It is happening right now: an open session, a person online. Adds a ring around the light. */
  live?: boolean;
  /** Without the pill, for tables and running text. */
  plain?: boolean;
  className?: string;
  children: ReactNode;
};

/** A state is always a lamp and a word, in that order, everywhere. Never a colour alone. */
export function Lamp({ tone, live, plain, className, children }: LampProps) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.75 align-middle text-[0.78125rem] leading-5 font-semibold',
        plain ? bare[tone] : `rounded-full py-0.5 pr-2.25 pl-2 ${pill[tone]}`,
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={cn('size-2 shrink-0 rounded-full bg-current', live && 'ring-3 ring-current/25')}
      />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
