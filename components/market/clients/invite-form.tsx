import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { inviteClient } from '@/lib/market/clients/actions';
import { MOST_A_DAY } from '@/lib/market/clients/rules';
import { CLIENT_NAME } from '@/lib/market/clients/schema';
import { DESCRIPTION, TITLE } from '@/lib/market/requests/schema';

/** Asks a client of one's own into a private conversation. */
export function InviteForm({ companyId, companyName }: { companyId: string; companyName: string }) {
  return (
    <Form
      id="invite"
      action={inviteClient}
      creates
      hidden={{ companyId }}
      label="Invite a client"
      className="grid gap-5"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="clientName" label="Client’s name" limit={CLIENT_NAME.max}>
          <Input autoComplete="off" />
        </Field>
        <Field name="email" label="Client’s e-mail address" hint="They sign in with it to accept.">
          <Input type="email" autoComplete="off" />
        </Field>
      </div>
      <Field
        name="title"
        label="What it is about"
        limit={TITLE.max}
        hint="Stands in the mail, and over the conversation."
      >
        <Input autoComplete="off" />
      </Field>
      <Field
        name="note"
        label="What you will do together"
        limit={DESCRIPTION.max}
        hint="The client reads it before they accept. It is not in the mail."
      >
        <Textarea rows={5} />
      </Field>
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Sending…">
          Send invitation
        </Submit>
        <p className="text-sm text-muted">
          No public request is made. Once they accept, you can chat, propose, ask for access and be paid as in
          any job of <bdi>{companyName}</bdi>. Good for {INVITATION_DAYS} days; at most {MOST_A_DAY} a day.
        </p>
      </div>
    </Form>
  );
}
