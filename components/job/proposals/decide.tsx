import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { accept, decline, withdraw } from '@/lib/job/proposals/actions';
import type { OneProposal } from '@/lib/job/proposals/queries';
import { REASON } from '@/lib/job/proposals/schema';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';

/** Accept, Decline, Withdraw: whichever this person may do, with what follows from it. */
export function DecideProposal({ proposal }: { proposal: OneProposal }) {
  const { id, may, textHash, maximumMinor, currency, companyName, expertName, hasMethod, otherAccepted } =
    proposal;
  const amount = formatMoney({ minor: maximumMinor, currency });
  const hidden = { proposalId: id };
  // What stands in the way is said above the place of the button: a button that could only be refused is none.
  const acceptable = may.accept && hasMethod && !otherAccepted;
  if (!may.accept && !may.withdraw) return null;
  return (
    <Card
      title={may.accept ? 'Your decision' : 'Waiting for the customer'}
      tone={may.accept ? 'turn' : undefined}
      level={2}
    >
      {may.accept && !hasMethod ? (
        <Callout
          tone="wait"
          title="Save a card before you accept"
          className="mb-4"
          action={
            <ButtonLink href={`/payment-methods?next=/proposals/${showId(id)}`} variant="primary" size="sm">
              Payment methods
            </ButtonLink>
          }
        >
          Nothing is charged when you save it. Each payment is charged only after you approve it, or after{' '}
          {APPROVE_WITHIN_DAYS} days if you do nothing.
        </Callout>
      ) : null}
      {may.accept && otherAccepted ? (
        <Callout tone="wait" className="mb-4">
          Another proposal in this conversation is already accepted. It has to be completed or ended first.
        </Callout>
      ) : null}
      {acceptable ? (
        <Form
          action={accept}
          hidden={{ ...hidden, textHash }}
          label="Accept the proposal"
          className="grid gap-2"
        >
          <div>
            <Submit pendingLabel="Accepting…">Accept, at most {amount}</Submit>
          </div>
          <p className="text-sm text-muted">
            You agree with <bdi>{companyName}</bdi> on exactly this text. Nothing is charged now.{' '}
            <bdi>{expertName}</bdi> requests each payment, and you have {APPROVE_WITHIN_DAYS} days to approve
            or decline it.
          </p>
        </Form>
      ) : null}
      {may.decline ? (
        <Details summary="Decline" className="mt-3">
          <Form action={decline} hidden={hidden} label="Decline the proposal" className="grid max-w-xl gap-3">
            <Field
              name="reason"
              label="Reason"
              limit={REASON.max}
              optional
              hint={`${companyName} can read it.`}
            >
              <Textarea rows={3} />
            </Field>
            <div>
              <Submit variant="danger" pendingLabel="Declining…">
                Decline proposal
              </Submit>
            </div>
            <p className="text-sm text-muted">
              You can’t undo this. <bdi>{companyName}</bdi> can send you another proposal.
            </p>
          </Form>
        </Details>
      ) : null}
      {may.withdraw ? (
        <Form
          action={withdraw}
          id="withdraw"
          hidden={hidden}
          label="Withdraw the proposal"
          className="grid gap-2"
        >
          <div>
            <Submit variant="danger" pendingLabel="Withdrawing…">
              Withdraw proposal
            </Submit>
          </div>
          <p className="text-sm text-muted">
            The customer can no longer accept it. You can’t undo this, but you can send another proposal.
          </p>
        </Form>
      ) : null}
    </Card>
  );
}
