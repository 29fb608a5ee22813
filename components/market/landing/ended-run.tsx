import { EndProof } from '@/components/access/grants/end-proof';
import { formatInstant, formatSpan } from '@/components/ui/time';
import { OVER } from '@/lib/access/grants/lifecycle';
import type { ShownEnd } from '@/lib/access/showcase/queries';

const at = (clock: string) => new Date(`2026-11-24T${clock}Z`);
const step = (kind: string, clock: string, detail: Record<string, unknown> = {}) => ({
  ...{ kind, round: 1, at: at(clock), detail },
});

// Invented times, in the form and order in which an access page shows its steps.
const EXAMPLE: ShownEnd = {
  expert: '',
  level: 'PowerUserAccess',
  activeAt: at('09:30:04'),
  events: 47,
  steps: [
    step('asked', '14:02:06', { cause: 'final_payment' }),
    step('sessions_stopped', '14:02:06'),
    step('control_tried', '14:02:06', { call: 'ec2:DescribeVpcs', allowed: ['eu-west-1'], missing: [] }),
    step('deny_attached', '14:02:07', { policy: 'AWSDenyAll' }),
    step('deny_seen', '14:02:09'),
    step('session_refused', '14:02:09', { call: 'ec2:DescribeVpcs', answer: 'UnauthorizedOperation' }),
    step('held', '14:31:40'),
    step('detached', '14:31:41'),
    step('deleted', '14:31:42'),
    step('gone', '14:31:43', { call: 'iam:GetRole', answer: 'NoSuchEntity' }),
  ],
};

/** How an access ends, as evidence: of the demo's own data, or an example that is said to be one. */
export function EndedRun({ ended }: { ended: ShownEnd | null }) {
  const { expert, level, activeAt, steps, events } = ended ?? EXAMPLE;
  const [asked] = steps;
  const span = asked && activeAt ? formatSpan(asked.at.getTime() - activeAt.getTime()) : null;
  const facts = [level, span, events === 1 ? '1 event' : `${events} events`].filter(Boolean);
  return (
    <figure className="grid content-start gap-4 rounded-lg border border-line bg-surface p-4 sm:px-6 sm:py-5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <span className="font-medium">
          {ended ? (
            <>
              <bdi>{expert}</bdi>’s access has ended
            </>
          ) : (
            <>
              <span className="font-normal text-muted">Example:</span> access has ended
            </>
          )}
        </span>
        <span className="text-muted">
          {facts.join(' · ')}
          {asked ? (
            <span className="text-faint">
              {' '}
              · {formatInstant(asked.at, { timeZone: 'UTC', show: 'day' })}, UTC
            </span>
          ) : null}
        </span>
      </figcaption>
      <EndProof steps={steps} status={OVER} timeZone="UTC" folded />
    </figure>
  );
}
