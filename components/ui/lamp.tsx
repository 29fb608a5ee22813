import type { ReactNode } from 'react';
import { cn } from './cn';
import { Tick } from './tick';

/** go: runs, or is true and checked · wait: waits for someone or something · stop: failed or dangerous · ended: over · turn: yours to act on. */
export type Tone = 'go' | 'wait' | 'stop' | 'ended' | 'turn';

const words: Record<Tone, string> = {
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
  /** Without the pill that `turn` stands in, for tables and running text. */
  plain?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A state is always a sign and a word, in that order, everywhere. Never a colour alone. What waits for the reader stands in
 * a pill; success is a tick, and all else a light.
 */
export function Lamp({ tone, live, plain, className, children }: LampProps) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.75 align-middle text-[0.78125rem] leading-5 font-medium',
        words[tone],
        tone === 'turn' && !plain && 'rounded-full bg-accent-soft py-0.5 pr-2.25 pl-2',
        className,
      )}
    >
      {tone === 'go' && !live ? <Tick /> : <Light tone={tone} live={live} />}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

function Light({ tone, live }: { tone: Tone; live?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'size-2 shrink-0 rounded-full',
        tone === 'ended' ? 'border-[1.5px] border-current' : 'bg-current',
        live && 'ring-3 ring-current/25',
      )}
    />
  );
}
