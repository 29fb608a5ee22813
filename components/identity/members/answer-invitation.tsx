import { AnswerForm } from '@/components/identity/invitations/answer-form';
import { accept, decline } from '@/lib/identity/member-invitations/actions';

type AnswerInvitationProps = { invitationId: string; token: string | null; tenant: string };

/** Accept or decline, with what follows. */
export function AnswerInvitation({ tenant, ...invitation }: AnswerInvitationProps) {
  return (
    <AnswerForm
      action={accept}
      creates
      decline={decline}
      {...invitation}
      label={`Become a member of ${tenant}`}
      button="Become a member"
    >
      <p className="text-sm text-muted">
        The other members will see your name, and the owners your email address. You can leave at any time.
      </p>
    </AnswerForm>
  );
}
