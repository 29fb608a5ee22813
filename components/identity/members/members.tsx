import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { remove, setRights } from '@/lib/identity/members/actions';
import type { MembersPage, ShownMember } from '@/lib/identity/members/queries';
import { rightsInWords } from '@/lib/identity/members/rules';
import { RightsFields } from './rights-fields';

/** The ids that a form about this tenant sends along. */
export function hiddenFor({ side, id }: Pick<MembersPage, 'side' | 'id'>): Record<string, string> {
  return side === 'customer' ? { customerId: id } : { companyId: id };
}

type MemberListProps = { tenant: MembersPage; timeZone: string };

/** Who belongs to a customer or a company, and what each may do; owners change it here. */
export function MemberList({ tenant, timeZone }: MemberListProps) {
  return (
    <Card title="Members" level={2} id="members">
      <ul className="divide-y divide-line border-y border-line">
        {tenant.members.map((member) => (
          <Row key={member.personId} tenant={tenant} member={member} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { tenant: MembersPage; member: ShownMember; timeZone: string };

function Row({ tenant, member, timeZone }: RowProps) {
  const { side } = tenant;
  const { personId, name, email, rights, since, suspended, self } = member;
  return (
    <li className="grid gap-1.5 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={name} />
          <div className="grid min-w-0">
            <span className="font-medium break-words">
              <bdi>{name}</bdi>
              {self ? <span className="font-normal text-muted"> (you)</span> : null}
            </span>
            {email ? <span className="text-sm break-all text-muted">{email}</span> : null}
            <span className="text-sm text-muted">
              Member since <Instant at={since} timeZone={timeZone} show="day" />
            </span>
          </div>
        </div>
        <span className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {suspended ? <Lamp tone="stop">Suspended</Lamp> : null}
          {rightsInWords(side, rights)}
        </span>
      </div>
      {tenant.manages ? (
        <Details summary={`Change ${self ? 'your own rights' : name}`}>
          <div className="grid gap-4">
            <Form
              action={setRights}
              id={`rights-${personId}`}
              hidden={{ ...hiddenFor(tenant), personId }}
              label={`Rights of ${name}`}
              className="grid gap-3"
            >
              <RightsFields side={side} rights={rights} />
              <Submit variant="secondary" className="justify-self-start">
                Save rights
              </Submit>
            </Form>
            {self ? null : (
              <Form
                action={remove}
                id={`remove-${personId}`}
                hidden={{ ...hiddenFor(tenant), personId }}
                label={`Remove ${name}`}
                className="grid gap-2 border-t border-line pt-3"
              >
                <p className="text-sm text-muted">
                  {side === 'customer'
                    ? 'Requests, payments and access in progress stay as they are. You can invite them again.'
                    : 'Conversations go on with the remaining members. AWS access they hold for this company starts to end, and you can’t undo that. You can invite them again.'}
                </p>
                <Submit variant="danger" className="justify-self-start">
                  Remove <bdi>{name}</bdi>
                </Submit>
              </Form>
            )}
          </div>
        </Details>
      ) : null}
    </li>
  );
}
