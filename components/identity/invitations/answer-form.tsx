import type { ReactNode } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';

type AnswerFormProps<Accepted, Declined> = {
  /** Accepts. */
  action: FormAction<Accepted>;
  creates: true;
  decline: FormAction<Declined>;
  invitationId: string;
  /** The secret out of the mail, for whoever does not sign in with the address that was invited. */
  token: string | null;
  /** What accepting sends along besides. */
  also?: Record<string, string>;
  label: string;
  button: string;
  /** What follows from accepting, and what it asks for. */
  children: ReactNode;
};

/** Accept or decline, with what follows. */
export function AnswerForm<Accepted, Declined>(props: AnswerFormProps<Accepted, Declined>) {
  const { action, creates, decline, invitationId, token, also, label, button, children } = props;
  const hidden = { invitationId, ...(token ? { token } : {}) };
  return (
    <div className="grid gap-3">
      <Form
        action={action}
        creates={creates}
        id="accept"
        hidden={{ ...hidden, ...also }}
        label={label}
        className="grid gap-3"
      >
        {children}
        <Submit size="lg" pendingLabel="Accepting…" className="justify-self-start">
          {button}
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
