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
            ? 'You’re the only member, so you can’t leave: no one would own what was bought and granted. Invite someone and make them an owner first.'
            : 'You’re the only member, so you can’t leave. You can close the company on its page instead.'}
        </p>
      ) : last && others.length === 0 ? (
        <p className="text-sm text-muted">
          You’re the last owner, and no one else here can act now. First invite someone who can take over.
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
              hint="You’re the last owner. The member you choose becomes an owner, with every right."
            >
              <Select
                placeholder="Choose a member"
                options={others.map(({ personId, name: label }) => ({ value: personId, label }))}
              />
            </Field>
          ) : null}
          <p className="text-sm text-muted">
            {side === 'customer'
              ? 'You’ll no longer see its requests, conversations and payments. They stay as they are for the other members. Only an owner can invite you again.'
              : 'You’ll no longer see its conversations and jobs. They go on with the remaining members. Your profile in this company is no longer public, and AWS access you hold for it starts to end. You can’t undo that.'}
          </p>
          <Submit variant="danger" className="justify-self-start">
            Leave
          </Submit>
        </Form>
      )}
    </Card>
  );
}
