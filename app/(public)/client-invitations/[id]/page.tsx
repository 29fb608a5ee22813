import type { Metadata } from 'next';
import { Answer } from '@/components/identity/invitations/answer';
import { NotHere } from '@/components/identity/invitations/not-here';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { AnswerInvitation } from '@/components/market/clients/answer-invitation';
import { ButtonLink } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { readId, showId } from '@/lib/core/id';
import type { Person } from '@/lib/core/rights';
import { isOpenInvitation } from '@/lib/identity/invitations/lifecycle';
import { invitationFor, type ReadInvitation } from '@/lib/market/clients/queries';
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
  if (!invitation) {
    const signIn = <ButtonLink href={`/sign-in?next=/client-invitations/${shownId}`}>Sign in</ButtonLink>;
    return <NotHere action={viewer.kind === 'person' ? null : signIn} />;
  }
  const { expert, company, title, note, expiresAt, status, requestId } = invitation;
  return (
    <SignInPage title={`${expert} of ${company} invited you`}>
      <div className="grid gap-1.5 rounded-lg border border-line bg-surface p-4">
        <h2 className="text-base">
          <bdi>{title}</bdi>
        </h2>
        <p dir="auto" className="text-sm whitespace-pre-wrap">
          {note}
        </p>
      </div>
      {isOpenInvitation(status) ? (
        <p className="text-sm text-muted">
          Expires <Instant at={expiresAt} timeZone={viewer.kind === 'person' ? viewer.timeZone : 'UTC'} />.
        </p>
      ) : null}
      <Answer
        invitation={invitation}
        viewerEmail={viewer.kind === 'person' ? viewer.email : null}
        page="/client-invitations"
        inviter={expert}
        onward={
          requestId ? <ButtonLink href={`/requests/${showId(requestId)}`}>Open request</ButtonLink> : null
        }
      >
        {viewer.kind === 'person' ? <Forms invitation={invitation} viewer={viewer} /> : null}
      </Answer>
    </SignInPage>
  );
}

async function Forms({ invitation, viewer }: { invitation: ReadInvitation; viewer: Person }) {
  const { id, token, expert } = invitation;
  const customers = await customersToPostFor(viewer);
  return <AnswerInvitation invitationId={id} token={token} expert={expert} customers={customers} />;
}
