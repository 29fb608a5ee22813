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
        <Field name="email" label="Client’s email address" hint="They sign in with it to accept.">
          <Input type="email" autoComplete="off" />
        </Field>
      </div>
      <Field
        name="title"
        label="What it’s about"
        limit={TITLE.max}
        hint="Appears in the email and as the conversation’s title."
      >
        <Input autoComplete="off" />
      </Field>
      <Field
        name="note"
        label="What you’ll do together"
        limit={DESCRIPTION.max}
        hint="Your client reads it before accepting. It’s not in the email."
      >
        <Textarea rows={5} />
      </Field>
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Sending…">
          Send invitation
        </Submit>
        <p className="text-sm text-muted">
          This creates no public request. Once they accept, you can chat, send proposals, ask for access and
          get paid as in any job at <bdi>{companyName}</bdi>. Valid for {INVITATION_DAYS} days; at most{' '}
          {MOST_A_DAY} a day.
        </p>
      </div>
    </Form>
  );
}
