import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { accept, decline } from '@/lib/identity/members/actions';

type AnswerInvitationProps = {
  invitationId: string;
  /** The secret out of the mail, for whoever does not sign in with the address that was invited. */
  token: string | null;
  tenant: string;
};

/** Accept or decline, with what follows. */
export function AnswerInvitation({ invitationId, token, tenant }: AnswerInvitationProps) {
  const hidden = { invitationId, ...(token ? { token } : {}) };
  return (
    <div className="grid gap-3">
      <Form
        action={accept}
        creates
        id="accept"
        hidden={hidden}
        label={`Become a member of ${tenant}`}
        className="grid gap-2"
      >
        <p className="text-sm text-muted">
          Its other members then see your name, and its owners your e-mail address. You can leave at any time.
        </p>
        <Submit size="lg" pendingLabel="Accepting…" className="justify-self-start">
          Become a member
        </Submit>
      </Form>
      <Form action={decline} id="decline" hidden={hidden} label="Decline the invitation">
        <Submit variant="secondary" pendingLabel="Declining…" className="justify-self-start">
          Decline
        </Submit>
      </Form>
    </div>
  );
}
