import { MissingRight } from '@/components/identity/members/missing-right';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { showAccount } from '@/lib/access/connections/rules';
import type { AccessView } from '@/lib/access/page/queries';
import { acceptAccess, declineAccess, withdrawAccess } from '@/lib/access/permission-requests/actions';
import { DAYS, REASON } from '@/lib/access/permission-requests/schema';
import type { Missing } from '@/lib/identity/members/rules';

const CHOICES = [1, 3, 7, 14, 21, 30];

/** Accept, Decline, Withdraw: whichever this person may do, with what follows from it. */
export function DecideAccess({ access, missing }: { access: AccessView; missing: Missing | null }) {
  const { may, expert, id } = access;
  if (may.accept) return <Accept access={access} />;
  if (may.withdraw)
    return (
      <Card title="Waiting for the customer" level={2}>
        <Form
          action={withdrawAccess}
          hidden={{ permissionRequestId: id }}
          label="Withdraw the access request"
          className="grid gap-2"
        >
          <div>
            <Submit variant="danger" pendingLabel="Withdrawing…">
              Withdraw
            </Submit>
          </div>
          <p className="text-sm text-muted">
            The customer can no longer accept it. You can request access again, at this level or another.
          </p>
        </Form>
      </Card>
    );
  if (missing) return <MissingRight missing={missing} to={`accept or decline ${expert}'s request`} />;
  return (
    <Callout tone="wait" title="Waiting for a decision">
      {access.side === 'customer' ? 'You can view this request.' : `${access.customer} hasn't decided yet.`}
    </Callout>
  );
}

function Accept({ access }: { access: AccessView }) {
  const { id, expert, accounts } = access;
  const connected = accounts.filter((account) => account.connected);
  return (
    <Card title="Your decision" tone="turn" level={2}>
      {connected.length === 0 ? (
        <Callout
          tone="wait"
          title="Connect an AWS account first"
          className="mb-3"
          action={
            <ButtonLink
              href={accounts.length > 0 ? '/connections' : '/connections/new'}
              variant="primary"
              size="sm"
            >
              {accounts.length > 0 ? 'Finish connecting' : 'Connect an AWS account'}
            </ButtonLink>
          }
        >
          You create two roles in your account from a template you can read first. Then come back here.
        </Callout>
      ) : (
        <Form
          action={acceptAccess}
          creates
          hidden={{ permissionRequestId: id }}
          label="Accept the access request"
          className="grid gap-3"
        >
          <div className="grid gap-3 sm:max-lg:grid-cols-2">
            <Field name="connectionId" label="AWS account">
              <Select
                defaultValue={connected.length === 1 ? connected[0]!.id : undefined}
                placeholder={connected.length === 1 ? undefined : 'Choose an account'}
                options={connected.map((account) => ({
                  value: account.id,
                  label: `${account.label} (${showAccount(account.awsAccountId)})`,
                }))}
              />
            </Field>
            <Field name="endsInDays" label="Time limit">
              <Select
                defaultValue={String(DAYS.usual)}
                options={CHOICES.map((days) => ({
                  value: String(days),
                  label: days === 1 ? '1 day' : `${days} days`,
                }))}
              />
            </Field>
          </div>
          <div>
            <Submit pendingLabel="Accepting…">Accept</Submit>
          </div>
          <p className="text-sm text-muted">
            Gives <bdi>{expert}</bdi> access. It ends with the job, and you can revoke it at any time.
          </p>
        </Form>
      )}
      <Details summary="Decline" className="mt-2">
        <Form
          action={declineAccess}
          hidden={{ permissionRequestId: id }}
          label="Decline the access request"
          className="grid gap-3"
        >
          <Field name="reason" label="Reason" limit={REASON.max} optional hint={`${expert} can read it.`}>
            <Textarea rows={3} placeholder="ViewOnlyAccess would be enough to start with." />
          </Field>
          <div>
            <Submit variant="danger" pendingLabel="Declining…">
              Decline
            </Submit>
          </div>
          <p className="text-sm text-muted">
            You can't undo this. <bdi>{expert}</bdi> can request access again, for example at a narrower
            level.
          </p>
        </Form>
      </Details>
    </Card>
  );
}
