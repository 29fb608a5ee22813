import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { acceptInvitation, declineInvitation } from '@/lib/market/clients/actions';

type AnswerInvitationProps = {
  invitationId: string;
  /** The secret out of the mail, for whoever does not sign in with the address that was invited. */
  token: string | null;
  expert: string;
  /** With one there is nothing to choose; without any, one's own is made. */
  customers: readonly { id: string; name: string }[];
};

/** Accept or decline, with what follows. */
export function AnswerInvitation({ invitationId, token, expert, customers }: AnswerInvitationProps) {
  const only = customers.length === 1 ? customers[0]!.id : null;
  const answer: Record<string, string> = { invitationId, ...(token ? { token } : {}) };
  const hidden = { ...answer, ...(only ? { customerId: only } : {}) };
  return (
    <div className="grid gap-3">
      <Form
        action={acceptInvitation}
        creates
        id="accept"
        hidden={hidden}
        label="Accept the invitation"
        className="grid gap-3"
      >
        {customers.length > 1 ? (
          <Field name="customerId" label="Accept for" hint="Its members see the conversation.">
            <Select options={customers.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
        ) : null}
        <p className="text-sm text-muted">
          A private conversation with <bdi>{expert}</bdi> opens. You owe nothing and let nobody in by it:
          prices and access are each asked of you later.
        </p>
        <Submit size="lg" pendingLabel="Accepting…" className="justify-self-start">
          Accept
        </Submit>
      </Form>
      <Form action={declineInvitation} id="decline" hidden={answer} label="Decline the invitation">
        <Submit variant="secondary" pendingLabel="Declining…">
          Decline
        </Submit>
      </Form>
    </div>
  );
}
