import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { formatMoney } from '@/lib/core/money';
import { complete, end } from '@/lib/job/proposals/actions';
import type { OneProposal } from '@/lib/job/proposals/queries';
import { END_REASON } from '@/lib/job/proposals/schema';

/** The way out of an agreed job for either side, with what follows from it; behind a second press, since none can be undone. */
export function CloseJob({ proposal }: { proposal: OneProposal }) {
  const { may } = proposal;
  if (!may.complete && !may.end) return null;
  return (
    <Card id="close" title={may.end ? 'End the job' : 'Complete the job'} level={2}>
      <div className="grid gap-4">
        {may.end ? <EndJob proposal={proposal} /> : null}
        {may.complete ? <CompleteJob proposal={proposal} /> : null}
      </div>
    </Card>
  );
}

function EndJob({ proposal }: { proposal: OneProposal }) {
  const { id, companyName, expertName, openStill, approvedMinor, currency } = proposal;
  if (openStill.customer) return <p className="text-sm text-muted">{openStill.customer}</p>;
  return (
    <Details summary="End the job">
      <Form action={end} hidden={{ proposalId: id }} label="End the job" className="grid max-w-xl gap-3">
        <Field name="reason" label="Reason" limit={END_REASON.max} hint={`${companyName} can read it.`}>
          <Textarea rows={3} />
        </Field>
        <div>
          <Submit variant="danger-solid" pendingLabel="Ending…">
            End the job
          </Submit>
        </div>
        <p className="text-sm text-muted">
          <bdi>{expertName}</bdi>’s access to AWS ends now, and <bdi>{companyName}</bdi> can’t request more
          payments.
          {approvedMinor > 0n
            ? ` You still pay the ${formatMoney({ minor: approvedMinor, currency })} you approved.`
            : ''}{' '}
          You can’t undo this. For more work, <bdi>{companyName}</bdi> can send another proposal.
        </p>
      </Form>
    </Details>
  );
}

function CompleteJob({ proposal }: { proposal: OneProposal }) {
  const { id, openStill, remainingMinor, currency, expertName } = proposal;
  if (openStill.company) return <p className="text-sm text-muted">{openStill.company}</p>;
  return (
    <Details summary="Complete the job">
      <Form action={complete} hidden={{ proposalId: id }} label="Complete the job" className="grid gap-3">
        <div>
          <Submit variant="danger-solid" pendingLabel="Completing…">
            Complete the job
          </Submit>
        </div>
        <p className="text-sm text-muted">
          <bdi>{expertName}</bdi>’s access to AWS ends now.
          {remainingMinor > 0n
            ? ` You give up the ${formatMoney({ minor: remainingMinor, currency })} you haven’t requested.`
            : ''}{' '}
          Approved payments stay due. You can’t undo this. For more work, send another proposal.
        </p>
      </Form>
    </Details>
  );
}
