import { AnswerForm } from '@/components/identity/invitations/answer-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { acceptInvitation, declineInvitation } from '@/lib/market/clients/actions';

type AnswerInvitationProps = {
  invitationId: string;
  token: string | null;
  expert: string;
  /** With one there is nothing to choose; without any, one's own is made. */
  customers: readonly { id: string; name: string }[];
};

/** Accept or decline, with what follows. */
export function AnswerInvitation({ expert, customers, ...invitation }: AnswerInvitationProps) {
  const only = customers.length === 1 ? { customerId: customers[0]!.id } : undefined;
  return (
    <AnswerForm
      action={acceptInvitation}
      creates
      decline={declineInvitation}
      also={only}
      {...invitation}
      label="Accept the invitation"
      button="Accept"
    >
      {customers.length > 1 ? (
        <Field name="customerId" label="Accept for" hint="Its members see the conversation.">
          <Select options={customers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      ) : null}
      <p className="text-sm text-muted">
        A private conversation with <bdi>{expert}</bdi> opens. You owe nothing and give no one access. You
        decide on prices and access later.
      </p>
    </AnswerForm>
  );
}
