import { EmptyState } from '@/components/layout/empty-state';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { EMAIL_MAX } from '@/lib/core/visible';
import { COMPANY_NAME } from '@/lib/identity/companies/schema';
import { isOpenInvitation, MEMBER_INVITATION } from '@/lib/identity/invitations/lifecycle';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { invite, sendAgain, withdraw } from '@/lib/identity/member-invitations/actions';
import type { MembersPage, ShownInvitation } from '@/lib/identity/members/queries';
import { rightsInWords } from '@/lib/identity/members/rules';
import { hiddenFor } from './members';
import { RightsFields } from './rights-fields';

/** Asks somebody by e-mail. Whoever works alone names the company with the first colleague. */
export function InviteForm({ tenant }: { tenant: MembersPage }) {
  const { side, freelancer, name } = tenant;
  return (
    <Card title="Invite someone" level={2} id="invite">
      <Form
        action={invite}
        creates
        id="invite-form"
        hidden={hiddenFor(tenant)}
        label="Invite someone"
        className="grid gap-4"
      >
        {freelancer ? (
          <Field
            name="companyName"
            label="Company name"
            hint="You work alone now. With a colleague, you’re a company, and customers see this name."
            limit={COMPANY_NAME.max}
          >
            <Input autoComplete="organization" defaultValue={name} />
          </Field>
        ) : null}
        <Field
          name="email"
          label="Email address"
          hint={`They have ${INVITATION_DAYS} days to accept and become a member.`}
        >
          <Input type="email" autoComplete="off" inputMode="email" maxLength={EMAIL_MAX} />
        </Field>
        <RightsFields side={side} />
        <Submit pendingLabel="Inviting…" className="justify-self-start">
          Send invitation
        </Submit>
      </Form>
    </Card>
  );
}

type InvitationListProps = { tenant: MembersPage; timeZone: string };

/** Invitations that wait, and those that came to nothing: each can be sent again. */
export function InvitationList({ tenant, timeZone }: InvitationListProps) {
  return (
    <Card title="Invitations" level={2} id="invitations">
      {tenant.invitations.length === 0 ? (
        <EmptyState title="No open invitations">
          People you invite below appear here until they accept or decline.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {tenant.invitations.map((invitation) => (
            <Row key={invitation.id} tenant={tenant} invitation={invitation} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type RowProps = { tenant: MembersPage; invitation: ShownInvitation; timeZone: string };

function Row({ tenant, invitation, timeZone }: RowProps) {
  const { id, email, rights, status, at, expiresAt } = invitation;
  const { word, lamp } = MEMBER_INVITATION.words[status];
  const again = Object.fromEntries(rights.map((right, place) => [`rights.${place}`, right]));
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <span className="grid min-w-0">
          <span className="font-medium break-all">{email}</span>
          <span className="text-sm text-muted">
            {rightsInWords(tenant.side, rights)}. Invited <Instant at={at} timeZone={timeZone} show="day" />
            {isOpenInvitation(status) ? (
              <>
                , expires <Instant at={expiresAt} timeZone={timeZone} show="day" />
              </>
            ) : null}
            .
          </span>
        </span>
        <Lamp tone={lamp}>{word}</Lamp>
      </div>
      <div className="flex flex-wrap gap-2">
        {isOpenInvitation(status) ? (
          <>
            <Form
              action={sendAgain}
              id={`again-${id}`}
              hidden={{ invitationId: id }}
              label={`Send again to ${email}`}
            >
              <Submit variant="secondary" size="sm" pendingLabel="Sending…">
                Send again
              </Submit>
            </Form>
            <Form
              action={withdraw}
              id={`withdraw-${id}`}
              hidden={{ invitationId: id }}
              label={`Withdraw the invitation to ${email}`}
            >
              <Submit variant="danger" size="sm">
                Withdraw
              </Submit>
            </Form>
          </>
        ) : tenant.freelancer ? null : (
          <Form
            action={invite}
            creates
            id={`anew-${id}`}
            hidden={{ ...hiddenFor(tenant), email, ...again }}
            label={`Invite ${email} again`}
          >
            <Submit variant="secondary" size="sm" pendingLabel="Inviting…">
              Invite again
            </Submit>
          </Form>
        )}
      </div>
    </li>
  );
}
