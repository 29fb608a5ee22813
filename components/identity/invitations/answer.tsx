import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { showId } from '@/lib/core/id';
import { can } from '@/lib/core/lifecycle';
import { type InvitationStatus, isAccepted, MEMBER_INVITATION } from '@/lib/identity/invitations/lifecycle';
import { AnswersAs } from './answers-as';

type AnswerProps = {
  invitation: {
    id: string;
    status: InvitationStatus;
    email: string;
    mine: boolean;
    token: string | null;
  };
  viewerEmail: string | null;
  /** Where it is read. */
  page: '/invitations' | '/client-invitations';
  /** Whom to ask for another one: "an owner of Corner Shop". */
  inviter: string;
  /** Where an accepted one led, for whoever accepted it. */
  onward?: ReactNode;
  /** The forms that answer it. */
  children: ReactNode;
};

/** What can be done about an invitation: answer it, sign in to answer it, or read how it ended. */
export function Answer({ invitation, viewerEmail, page, inviter, onward, children }: AnswerProps) {
  const { id, status, email, mine, token } = invitation;
  if (!can(MEMBER_INVITATION, status, 'accept'))
    return (
      <Callout
        title={`This invitation is ${MEMBER_INVITATION.words[status].word.toLowerCase()}`}
        action={onward}
      >
        {isAccepted(status) ? 'You can’t use it again.' : `Ask ${inviter} to invite you again.`}
      </Callout>
    );
  if (mine && viewerEmail)
    return (
      <div className="grid gap-4">
        {token ? <AnswersAs invited={email} own={viewerEmail} /> : null}
        {children}
      </div>
    );
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        Sign in with <b className="break-all">{email}</b> to accept or decline. If you’re new here, that
        creates your account. To use another account, sign in to it, then open the link in the email again.
      </p>
      <ButtonLink
        href={`/sign-in?next=${page}/${showId(id)}`}
        variant="primary"
        className="justify-self-start"
      >
        Sign in to continue
      </ButtonLink>
    </div>
  );
}
