import { Mono } from '@/components/ui/code';
import { Proof, type ProofStep } from '@/components/ui/proof';
import { CAUSE_WORDS, type GrantState } from '@/lib/grants/rules';
import { STEP_KINDS, type StepKind } from '@/lib/grants/schema';
import type { AccessView } from '@/lib/grants/view-queries';

type Step = NonNullable<AccessView['grant']>['steps'][number];

const LABELS: Record<Exclude<StepKind, 'asked'>, string> = {
  sessions_stopped: 'No new session is given',
  deny_attached: 'Deny attached',
  deny_seen: 'Deny seen in AWS after it had time to spread',
  session_refused: 'Live session tried and refused',
  held: 'Held until the last session had expired',
  detached: 'Policies detached, the deny last',
  deleted: 'Role deleted',
  gone: 'Role looked for and not found',
};

/** States in which the next step that is missing is being worked on. */
const UNDER_WAY: readonly GrantState[] = ['revoking', 'denied'];

function labelOf({ kind, detail }: Pick<Step, 'kind' | 'detail'>): string {
  if (kind !== 'asked') return LABELS[kind as Exclude<StepKind, 'asked'>] ?? kind;
  return CAUSE_WORDS[detail.cause as keyof typeof CAUSE_WORDS] ?? 'The end was asked for';
}

function detailOf({ detail }: Step) {
  const { policy, call, answer } = detail;
  if (typeof call === 'string' && typeof answer === 'string') return <Mono>{`${call} → ${answer}`}</Mono>;
  return typeof policy === 'string' ? <Mono>{policy}</Mono> : null;
}

type ProofStepsProps = { steps: readonly Step[]; status: GrantState; timeZone: string };

/** What was checked in AWS, and when; after it, while the end is under way, what is still to be checked. */
export function ProofSteps({ steps, status, timeZone }: ProofStepsProps) {
  const done: ProofStep[] = [...steps]
    .sort((a, b) => STEP_KINDS.indexOf(a.kind as StepKind) - STEP_KINDS.indexOf(b.kind as StepKind))
    .map((step) => ({ label: labelOf(step), detail: detailOf(step), at: step.at }));
  const ahead: ProofStep[] = UNDER_WAY.includes(status)
    ? STEP_KINDS.filter((kind) => !steps.some((step) => step.kind === kind)).map((kind, index) => ({
        label: labelOf({ kind, detail: {} }),
        state: index === 0 ? 'wait' : 'ahead',
      }))
    : [];
  return <Proof steps={[...done, ...ahead]} timeZone={timeZone} />;
}
