import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { takeOver } from '@/lib/identity/members/actions';
import { REASON } from '@/lib/identity/people/schema';

type TakeOverProps = {
  person: { id: string; name: string };
  /** A customer or a company in which no owner can act. */
  tenant: { side: 'customer' | 'company'; id: string; name: string };
};

/** Where no owner is left who can act, an admin names one among the members. */
export function TakeOver({ person, tenant }: TakeOverProps) {
  const ids: Record<string, string> =
    tenant.side === 'customer' ? { customerId: tenant.id } : { companyId: tenant.id };
  return (
    <Form
      action={takeOver}
      id={`take-over-${person.id}-${tenant.id}`}
      hidden={{ ...ids, personId: person.id }}
      label={`Make ${person.name} an owner of ${tenant.name}`}
      className="mt-4 grid gap-3 border-t border-line pt-4"
    >
      <p className="text-sm">
        No owner of{' '}
        <b>
          <bdi>{tenant.name}</bdi>
        </b>{' '}
        can act. As its owner, <bdi>{person.name}</bdi> would have every right in it.
      </p>
      <Field name="reason" label="Reason" hint="Kept in the audit. Admins can read it." limit={REASON.max}>
        <Textarea rows={2} />
      </Field>
      <Submit variant="secondary" className="justify-self-start">
        Make <bdi>{person.name}</bdi> an owner
      </Submit>
    </Form>
  );
}
