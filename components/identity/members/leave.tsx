import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { leave } from '@/lib/identity/members/actions';
import type { MembersPage } from '@/lib/identity/members/queries';
import { hiddenFor } from './members';

/** How one goes: what stays, who takes over where one is the last owner, and why one cannot where nobody is left. */
export function LeaveForm({ tenant }: { tenant: MembersPage }) {
  const { side, name, members } = tenant;
  const others = members.filter((member) => !member.self && !member.suspended);
  const owners = others.filter((member) => member.rights.includes('owner'));
  const last = tenant.rights.includes('owner') && owners.length === 0;
  return (
    <Card title={`Leave ${name}`} level={2} id="leave">
      {members.length === 1 ? (
        <p className="text-sm text-muted">
          {side === 'customer'
            ? 'You are the only member, so you cannot leave: what was bought and granted would be nobody’s. Invite somebody first and make them an owner.'
            : 'You are the only member, so you cannot leave. You can close the company on its page instead.'}
        </p>
      ) : last && others.length === 0 ? (
        <p className="text-sm text-muted">
          You are the last owner, and nobody else here can act now. Invite somebody who takes over first.
        </p>
      ) : (
        <Form
          action={leave}
          id="leave-form"
          hidden={hiddenFor(tenant)}
          label={`Leave ${name}`}
          className="grid gap-3"
        >
          {last ? (
            <Field
              name="successorId"
              label="Who takes over"
              hint="You are the last owner. Whoever you choose becomes one, with every right."
            >
              <Select
                placeholder="Choose a member"
                options={others.map(({ personId, name: label }) => ({ value: personId, label }))}
              />
            </Field>
          ) : null}
          <p className="text-sm text-muted">
            {side === 'customer'
              ? 'You no longer see its requests, conversations and payments. They stay as they are for the other members. Only an owner can let you in again.'
              : 'You no longer see its conversations and jobs; they go on with whoever remains. Your profile in this company is public no longer, and access to AWS that you hold for it begins to end. That cannot be undone.'}
          </p>
          <Submit variant="danger" className="justify-self-start">
            Leave
          </Submit>
        </Form>
      )}
    </Card>
  );
}
