import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { formatInstant, formatSpan } from '@/components/ui/time';
import type { GrantState } from '@/lib/access/grants/lifecycle';
import type { StepKind } from '@/lib/access/grants/schema';
import { type ShownStep, type Step, shownSteps } from './proof-steps';

type Group = { title: string; kinds: readonly StepKind[] };

const GROUPS: readonly Group[] = [
  { title: 'No new sessions', kinds: ['asked', 'sessions_stopped'] },
  {
    title: 'Blocked',
    kinds: ['deny_removed', 'control_tried', 'deny_attached', 'deny_seen', 'session_refused', 'not_provable'],
  },
  { title: 'Role gone', kinds: ['held', 'detached', 'deleted', 'gone'] },
];
/** The step with which each group is done, the first that is there. */
const ENDS: readonly (readonly StepKind[])[] = [
  ['asked'],
  ['session_refused', 'not_provable', 'deny_seen'],
  ['gone'],
];

type EndProofProps = {
  steps: readonly Step[];
  status: GrantState;
  timeZone: string;
  /** Only the instants and how many checks there were: a picture of the proof. */
  folded?: boolean;
};

/** How access ended: the instants that matter and the time between them, then every check under the one that it led to. */
export function EndProof({ steps, status, timeZone, folded }: EndProofProps) {
  const shown = shownSteps(steps, status, timeZone);
  const groups = GROUPS.map(({ title, kinds }, index) => {
    const own = shown.filter(({ kind }) => kinds.includes(kind));
    const end = ENDS[index]!.map((kind) => own.findLast((step) => step.kind === kind && step.at)).find(
      Boolean,
    );
    return { title: index === 0 ? (end?.label ?? title) : title, group: title, steps: own, at: end?.at };
  });
  return (
    <div className="@container">
      <ol className="grid gap-x-6 gap-y-1 @xl:grid-cols-3" aria-label="When">
        {groups.map(({ title, group, at }, index) => (
          <li
            key={group}
            className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3 @xl:block @xl:self-end"
          >
            <span className="block text-sm text-muted">{title}</span>
            <span className="flex items-center">
              <Moment at={at} timeZone={timeZone} lead={index === 0} />
              {index < groups.length - 1 ? <Gap from={at} to={groups[index + 1]!.at} /> : null}
            </span>
          </li>
        ))}
      </ol>
      <div className={cn('mt-4 grid gap-x-6 border-t border-line @xl:grid-cols-3', folded && 'pt-1')}>
        {groups.map(({ group, steps: own }) => (
          <Checks key={group} title={group} steps={own} timeZone={timeZone} folded={folded} />
        ))}
      </div>
    </div>
  );
}

function Moment({ at, timeZone, lead }: { at: Date | undefined; timeZone: string; lead: boolean }) {
  const look = lead
    ? 'text-lg text-muted @xl:text-xl @xl:leading-9.5'
    : 'text-xl font-semibold @xl:text-2xl @xl:leading-9.5 @2xl:text-3xl';
  if (!at) return <span className={cn('block text-faint', look)}>Not yet</span>;
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()} className={cn('block tabular-nums', look)}>
      {formatInstant(at, { timeZone, show: 'second' })}
    </time>
  );
}

/** The time between two instants, on the line that joins them. */
function Gap({ from, to }: { from: Date | undefined; to: Date | undefined }) {
  const span = from && to ? formatSpan(to.getTime() - from.getTime()) : null;
  return (
    <span
      aria-hidden="true"
      className="-mr-3 hidden min-w-0 flex-1 items-center gap-2 pl-3 text-xs whitespace-nowrap text-faint before:h-px before:flex-1 before:bg-line-strong after:h-px after:flex-1 after:bg-line-strong @xl:flex"
    >
      {span}
    </span>
  );
}

type ChecksProps = { title: string; steps: readonly ShownStep[]; timeZone: string; folded?: boolean };

function Checks({ title, steps, timeZone, folded }: ChecksProps) {
  const failed = steps.some(({ state }) => state === 'stop');
  const done = steps.length > 0 && steps.every(({ state }) => state === 'done');
  const checks = steps.filter(({ at }) => at).length;
  return (
    <section aria-label={title} className="min-w-0 py-3">
      <h3 className="flex items-center gap-2 text-sm font-medium">
        <Sign state={failed ? 'stop' : done ? 'done' : 'ahead'} />
        <span className="min-w-0 flex-1">{title}</span>
        <span className="text-xs font-normal text-faint">
          {checks === 1 ? '1 check' : `${checks} checks`}
        </span>
      </h3>
      {folded ? null : (
        <ol className="mt-1.5 grid gap-1">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and nothing else
            <Check key={index} step={step} timeZone={timeZone} before={steps[index - 1]?.at} />
          ))}
        </ol>
      )}
    </section>
  );
}

const SAID = { done: '', wait: 'In progress: ', stop: 'Failed: ', ahead: 'Not yet: ' };

function Check({ step, timeZone, before }: { step: ShownStep; timeZone: string; before: Date | undefined }) {
  const { label, detail, at, state = 'done' } = step;
  const day = (of: Date | undefined) => of && formatInstant(of, { timeZone, show: 'day' });
  const look: Record<typeof state, string> = {
    done: 'text-muted',
    wait: 'text-wait',
    stop: 'text-stop',
    ahead: 'text-faint',
  };
  return (
    <li className={cn('flex items-baseline justify-between gap-3 text-sm', look[state])}>
      <span className="min-w-0">
        <span className="sr-only">{SAID[state]}</span>
        {label}
        {detail ? <span className="block text-xs text-faint wrap-anywhere">{detail}</span> : null}
      </span>
      {at ? (
        <time
          dateTime={at.toISOString()}
          title={at.toISOString()}
          className="shrink-0 text-right text-xs whitespace-nowrap text-faint tabular-nums"
        >
          {before && day(before) !== day(at) ? <span className="block">{day(at)}</span> : null}
          {formatInstant(at, { timeZone, show: 'second' })}
        </time>
      ) : null}
    </li>
  );
}

const SIGNS: Record<'done' | 'stop' | 'ahead', { look: string; path: ReactNode }> = {
  done: { look: 'text-go', path: <path d="m2.5 7.4 3 3.1 6-6.6" /> },
  stop: { look: 'text-stop', path: <path d="m3 3 8 8m0-8-8 8" /> },
  ahead: { look: 'text-faint', path: <circle cx="7" cy="7" r="4.5" /> },
};

function Sign({ state }: { state: keyof typeof SIGNS }) {
  const { look, path } = SIGNS[state];
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn('shrink-0', look)}
    >
      {path}
    </svg>
  );
}
