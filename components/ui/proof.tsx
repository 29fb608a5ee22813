import type { ReactNode } from 'react';
import { cn } from './cn';
import { formatInstant, formatUtc } from './time';

/** done: checked · wait: under way · stop: tried and failed · ahead: not begun. */
export type ProofState = 'done' | 'wait' | 'stop' | 'ahead';
export type ProofStep = { label: ReactNode; detail?: ReactNode; at?: Date; state?: ProofState };

const marks: Record<ProofState, string> = {
  done: 'border-go bg-go',
  wait: 'border-wait bg-surface',
  stop: 'border-stop bg-stop',
  ahead: 'border-line-strong bg-surface',
};
const said: Record<ProofState, string> = {
  done: 'Checked: ',
  wait: 'In progress: ',
  stop: 'Failed: ',
  ahead: 'Not yet: ',
};

type ProofProps = { steps: readonly ProofStep[]; timeZone: string; className?: string };

/**
 * Dated steps, each of which was checked. The instants are the evidence, so they show milliseconds and carry UTC; the day
 * stands where it is another than the step's before.
 */
export function Proof({ steps, timeZone, className }: ProofProps) {
  const days = steps.map(({ at }) => (at ? formatInstant(at, { timeZone, show: 'day' }) : null));
  return (
    <ol className={cn('grid', className)}>
      {steps.map(({ label, detail, at, state = 'done' }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and nothing else
          key={index}
          className="group relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 py-1.75 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
        >
          <span
            aria-hidden="true"
            className={cn('mt-1.5 ml-1.25 size-2.5 rounded-full border-2', marks[state])}
          />
          <span
            aria-hidden="true"
            className="absolute top-6.25 -bottom-1.25 left-[9.5px] w-px bg-line-strong group-last:hidden"
          />
          <span className={cn('min-w-0', state === 'ahead' && 'text-muted')}>
            <span className="sr-only">{said[state]}</span>
            {label}
            {detail ? <span className="text-muted"> {detail}</span> : null}
          </span>
          {at ? (
            <time
              dateTime={at.toISOString()}
              title={formatUtc(at)}
              className="col-start-2 font-mono text-xs leading-5.5 text-muted sm:col-start-3 sm:row-start-1"
            >
              {days[index] === days[index - 1] ? null : `${days[index]}, `}
              {formatInstant(at, { timeZone, show: 'precise' })}
            </time>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
