import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { withdraw } from '@/lib/job/proposals/actions';
import type { OneProposal } from '@/lib/job/proposals/queries';

/** For the company while the customer has not answered. */
export function WithdrawProposal({ proposal }: { proposal: OneProposal }) {
  if (!proposal.may.withdraw) return null;
  return (
    <Card title="Waiting for the customer" level={2}>
      <Form
        action={withdraw}
        id="withdraw"
        hidden={{ proposalId: proposal.id }}
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
    </Card>
  );
}
