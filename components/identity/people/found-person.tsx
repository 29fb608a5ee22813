import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { rightsInWords } from '@/lib/identity/members/rules';
import { suspend } from '@/lib/identity/people/actions';
import type { Decision, FoundPerson } from '@/lib/identity/people/queries';
import { REASON } from '@/lib/identity/people/schema';
import { TakeOver } from './take-over';

type FoundPersonCardProps = {
  person: FoundPerson;
  decisions: readonly Decision[];
  timeZone: string;
  /** The admin who looks: nobody suspends themselves. */
  self: boolean;
};

/** A person as an admin sees them, with what was decided about them and the next decision. */
export function FoundPersonCard({ person, decisions, timeZone, self }: FoundPersonCardProps) {
  const suspended = person.suspendedAt !== null;
  const tenants = [
    ...person.customers.map(({ customer, rights }) => ({ side: 'customer' as const, ...customer, rights })),
    ...person.companies.map(({ company, rights }) => ({ side: 'company' as const, ...company, rights })),
  ];
  return (
    <Card
      as="article"
      title={<bdi>{person.name}</bdi>}
      level={2}
      aside={suspended ? <Lamp tone="stop">Suspended</Lamp> : <Lamp tone="go">Active</Lamp>}
    >
      <DescriptionList
        items={[
          { term: 'Email address', value: <span className="break-all">{person.email}</span> },
          {
            term: 'Belongs to',
            value: tenants.length ? (
              <ul className="grid gap-0.5">
                {tenants.map(({ side, id, name, rights }) => (
                  <li key={id}>
                    <bdi>{name}</bdi> ({side}): {rightsInWords(side, rights)}
                  </li>
                ))}
              </ul>
            ) : (
              'None'
            ),
          },
          ...(person.admin ? [{ term: 'Role', value: 'Admin' }] : []),
          { term: 'Joined', value: <Instant at={person.createdAt} timeZone={timeZone} show="day" /> },
        ]}
      />
      {decisions.length > 0 ? (
        <ul className="mt-3 grid gap-1.5 text-sm">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <b>{decision.suspended ? 'Suspended' : 'Lifted'}</b>{' '}
              <Instant at={decision.at} timeZone={timeZone} /> by <bdi>{decision.by}</bdi>:{' '}
              <span className="text-muted">
                <bdi>{decision.reason}</bdi>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {suspended
        ? null
        : tenants
            .filter((tenant) => tenant.members.length === 0)
            .map((tenant) => <TakeOver key={tenant.id} person={person} tenant={tenant} />)}
      {self ? (
        <p className="mt-3 text-sm text-muted">This is you. Another admin can suspend you.</p>
      ) : (
        <Form
          action={suspend}
          id={`suspend-${person.id}`}
          hidden={{ personId: person.id, suspended: String(!suspended) }}
          label={suspended ? `Lift the suspension of ${person.name}` : `Suspend ${person.name}`}
          className="mt-4 grid gap-3 border-t border-line pt-4"
        >
          <Field
            name="reason"
            label="Reason"
            hint="Kept in the audit. Admins can read it."
            limit={REASON.max}
          >
            <Textarea rows={2} />
          </Field>
          {suspended ? (
            <Submit className="justify-self-start">Lift the suspension</Submit>
          ) : (
            <>
              <p className="text-sm text-muted">
                They can’t do anything more, and AWS access they hold starts to end. You can lift the
                suspension, but you can’t bring back ended access.
              </p>
              <Submit variant="danger" className="justify-self-start">
                Suspend
              </Submit>
            </>
          )}
        </Form>
      )}
    </Card>
  );
}
