import type { ReactNode } from 'react';
import { Mono } from '@/components/ui/code';
import { Instant } from '@/components/ui/instant';
import type { ProofStep } from '@/components/ui/proof';
import type { GrantState } from '@/lib/access/grants/lifecycle';
import { CAUSE_WORDS } from '@/lib/access/grants/rules';
import { STEP_KINDS, type StepKind } from '@/lib/access/grants/schema';
import type { AccessView } from '@/lib/access/page/queries';
import { type Control, REFUSALS } from '@/lib/access/proofs/rules';

export type Step = NonNullable<AccessView['grant']>['steps'][number];
/** A step as it is shown, still with what it is a step of. */
export type ShownStep = ProofStep & { kind: StepKind };

const LABELS: Record<Exclude<StepKind, 'asked'>, string> = {
  sessions_stopped: 'No new sessions',
  deny_removed: 'Someone removed the deny in AWS',
  control_tried: 'Test call allowed before the deny',
  deny_attached: 'Deny attached',
  deny_seen: 'Deny seen in AWS after time to propagate',
  session_refused: 'Test session tried and refused',
  not_provable: 'No test call could prove it',
  held: 'Held until the last session expired',
  detached: 'Policies detached, deny last',
  deleted: 'Role deleted',
  gone: 'Checked that the role is gone',
};

/** States in which the next step that is missing is being worked on. */
const UNDER_WAY: readonly GrantState[] = ['revoking', 'denied'];
/** Steps that an end has once, however often it has to be denied. */
const ONCE: readonly string[] = ['asked', 'sessions_stopped'];
/** Steps that nobody waits for. */
const NEVER_AHEAD: readonly string[] = ['deny_removed', 'control_tried', 'not_provable'];

const shows = (control: Control) => control.allowed.length > 0;

function labelOf({ kind, round, detail }: Pick<Step, 'kind' | 'round' | 'detail'>): string {
  if (kind === 'asked') return CAUSE_WORDS[detail.cause as keyof typeof CAUSE_WORDS] ?? 'End requested';
  if (kind === 'control_tried' && !shows(detail as Control)) return 'No test call worked before the deny';
  const label = LABELS[kind as Exclude<StepKind, 'asked'>] ?? kind;
  return kind === 'deny_attached' && round > 1 ? `${label} again` : label;
}

const inRegions = (regions: readonly string[]) => (regions.length > 0 ? ` in ${regions.join(', ')}` : '');

function detailOf({ kind, at, detail }: Step, timeZone: string): ReactNode {
  if (kind === 'deny_removed') {
    const since = new Date(String(detail.since));
    return (
      <>
        between <Instant at={since} timeZone={timeZone} now={at} show="precise" /> and{' '}
        <Instant at={at} timeZone={timeZone} now={at} show="precise" />
      </>
    );
  }
  if (kind === 'control_tried') {
    const control = detail as Control;
    if (!shows(control)) return [...new Set(control.missing.map(({ why }) => why))].join(' ');
    return (
      <>
        <Mono>{control.call}</Mono>
        {inRegions(control.allowed)}
      </>
    );
  }
  const regions = Array.isArray(detail.regions) ? (detail.regions as string[]) : [];
  if (kind === 'not_provable')
    return `${inRegions(regions).trim()}: ${String(detail.why)}`.replace(/^: /, '');
  const { policy, call, answer } = detail;
  if (typeof call === 'string' && typeof answer === 'string')
    return (
      <>
        <Mono>{`${call} → ${answer}`}</Mono>
        {regions.length > 0 ? `${inRegions(regions)}, ${REFUSALS} times in a row` : null}
      </>
    );
  return typeof policy === 'string' ? <Mono>{policy}</Mono> : null;
}

function stateOf({ kind, detail }: Step): ProofStep['state'] {
  if (kind === 'deny_removed' || kind === 'not_provable') return 'stop';
  return kind === 'control_tried' && !shows(detail as Control) ? 'stop' : 'done';
}

const placeOf = ({ round, kind }: Step) => round * STEP_KINDS.length + STEP_KINDS.indexOf(kind as StepKind);

/** What is still to be checked: of the newest denial, since an earlier one's steps prove nothing of it. */
function aheadOf(steps: readonly Step[]): StepKind[] {
  const newest = Math.max(1, ...steps.map(({ round }) => round));
  const done = new Set(
    steps.filter(({ round, kind }) => round === newest || ONCE.includes(kind)).map(({ kind }) => kind),
  );
  return STEP_KINDS.filter(
    (kind) =>
      !done.has(kind) &&
      !NEVER_AHEAD.includes(kind) &&
      !(kind === 'session_refused' && done.has('not_provable')),
  );
}

/** What was checked in AWS, and when; after it, while the end is under way, what is still to be checked. */
export function shownSteps(steps: readonly Step[], status: GrantState, timeZone: string): ShownStep[] {
  const done: ShownStep[] = [...steps]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((step) => ({
      kind: step.kind as StepKind,
      label: labelOf(step),
      detail: detailOf(step, timeZone),
      at: step.at,
      state: stateOf(step),
    }));
  const ahead: ShownStep[] = UNDER_WAY.includes(status)
    ? aheadOf(steps).map((kind, index) => ({
        kind,
        label: labelOf({ kind, round: 1, detail: {} }),
        state: index === 0 ? 'wait' : 'ahead',
      }))
    : [];
  return [...done, ...ahead];
}
