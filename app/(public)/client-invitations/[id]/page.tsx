import type { Metadata } from 'next';
import { AnswersAs } from '@/components/identity/sign-in/answers-as';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { AnswerInvitation } from '@/components/market/clients/answer-invitation';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { readId, showId } from '@/lib/core/id';
import type { Viewer } from '@/lib/core/rights';
import { invitationFor, type ReadInvitation } from '@/lib/market/clients/queries';
import { CLIENT_INVITATION } from '@/lib/market/clients/rules';
import { customersToPostFor } from '@/lib/market/requests/queries';
import { readViewer } from '@/lib/platform/session/viewer';

// The address may hold a secret: it goes to no other site, not even as where one came from. Not no-referrer: a browser then
// blanks the Origin that a form without JavaScript is checked by.
export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'same-origin' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

/** Reading an invitation changes nothing; the buttons do, for whoever is signed in. */
export default async function ClientInvitation({ params, searchParams }: Props) {
  const [{ id: shownId }, { token }, viewer] = await Promise.all([params, searchParams, readViewer()]);
  const id = readId(shownId);
  const active = viewer.kind !== 'person' || !viewer.suspended;
  const invitation =
    id && active ? await invitationFor(viewer, id, typeof token === 'string' ? token : null) : null;
  if (!invitation)
    return (
      <SignInPage title="This invitation is not here">
        <Callout
          action={
            viewer.kind === 'person' ? null : (
              <ButtonLink href={`/sign-in?next=/client-invitations/${shownId}`}>Sign in</ButtonLink>
            )
          }
        >
          Someone answered or withdrew it, a newer email replaced it, or it went to another address. Sign in
          with the invited address, or open the link in the newest email.
        </Callout>
      </SignInPage>
    );
  const { expert, company, title, note, expiresAt, status } = invitation;
  return (
    <SignInPage title={`${expert} of ${company} invites you`}>
      <div className="grid gap-1.5 rounded-lg border border-line bg-surface p-4">
        <h2 className="text-base">
          <bdi>{title}</bdi>
        </h2>
        <p dir="auto" className="text-sm whitespace-pre-wrap">
          {note}
        </p>
      </div>
      {status === 'sent' ? (
        <p className="text-sm text-muted">
          Good until <Instant at={expiresAt} timeZone={viewer.kind === 'person' ? viewer.timeZone : 'UTC'} />.
        </p>
      ) : null}
      <Answer invitation={invitation} viewer={viewer} />
    </SignInPage>
  );
}

async function Answer({ invitation, viewer }: { invitation: ReadInvitation; viewer: Viewer }) {
  const { id, status, email, expert, mine, token, requestId } = invitation;
  if (status !== 'sent')
    return (
      <Callout
        title={`This invitation is ${CLIENT_INVITATION.words[status].word.toLowerCase()}`}
        action={
          requestId ? <ButtonLink href={`/requests/${showId(requestId)}`}>Open it</ButtonLink> : undefined
        }
      >
        {status === 'accepted' ? 'It cannot be used again.' : `Ask ${expert} to invite you again.`}
      </Callout>
    );
  if (mine && viewer.kind === 'person') {
    const customers = await customersToPostFor(viewer);
    return (
      <div className="grid gap-4">
        {token ? <AnswersAs invited={email} own={viewer.email} /> : null}
        <AnswerInvitation invitationId={id} token={token} expert={expert} customers={customers} />
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        Sign in with <b className="break-all">{email}</b> to answer. If you’re new here, that creates your
        account. To answer with another account, sign in to it, then open the link in the email again.
      </p>
      <ButtonLink
        href={`/sign-in?next=/client-invitations/${showId(id)}`}
        variant="primary"
        className="justify-self-start"
      >
        Sign in to answer
      </ButtonLink>
    </div>
  );
}
