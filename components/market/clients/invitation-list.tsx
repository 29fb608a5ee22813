import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { CLIENT_INVITATION, isOpenInvitation } from '@/lib/identity/invitations/lifecycle';
import { withdrawInvitation } from '@/lib/market/clients/actions';
import type { SentInvitation } from '@/lib/market/clients/queries';

type InvitationListProps = { invitations: readonly SentInvitation[]; timeZone: string; now: Date };

/** The invitations of one company, the newest first, each with its state and what can be done. */
export function InvitationList({ invitations, timeZone, now }: InvitationListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {invitations.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-3">
          <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
            <p className="font-medium">
              <bdi>{one.title}</bdi>
            </p>
            <p className="text-sm wrap-anywhere text-muted">
              <bdi>{one.clientName}</bdi>, {one.email}. Sent by <bdi>{one.by}</bdi>{' '}
              <Instant at={one.at} timeZone={timeZone} now={now} show="ago" />
              {isOpenInvitation(one.status) ? (
                <>
                  , valid until <Instant at={one.expiresAt} timeZone={timeZone} now={now} />
                </>
              ) : null}
              .
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Lamp tone={CLIENT_INVITATION.words[one.status].lamp}>
              {CLIENT_INVITATION.words[one.status].word}
            </Lamp>
            {one.conversationId ? (
              <Link
                className="link text-sm"
                href={`/conversations/${showId(one.conversationId)}`}
                aria-label={`Conversation: ${one.title}`}
              >
                Conversation
              </Link>
            ) : null}
            {isOpenInvitation(one.status) ? (
              <Form
                action={withdrawInvitation}
                hidden={{ invitationId: one.id }}
                label={`Withdraw: ${one.title}`}
              >
                <Submit variant="quiet" size="sm" aria-label={`Withdraw the invitation: ${one.title}`}>
                  Withdraw
                </Submit>
              </Form>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
