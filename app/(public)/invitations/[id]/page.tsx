import type { Metadata } from 'next';
import { AnswerInvitation } from '@/components/identity/members/answer-invitation';
import { AnswersAs } from '@/components/identity/sign-in/answers-as';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { readId, showId } from '@/lib/core/id';
import { invitationFor, type ReadInvitation } from '@/lib/identity/members/queries';
import { INVITATION, RIGHTS_IN_WORDS, WITHOUT_RIGHTS } from '@/lib/identity/members/rules';
import { readViewer } from '@/lib/platform/session/viewer';

// The address may hold a secret: it goes to no other site, not even as where one came from.
export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'same-origin' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

/** Reading an invitation changes nothing; the buttons do, for whoever is signed in. */
export default async function Invitation({ params, searchParams }: Props) {
  const [{ id: shownId }, { token }, viewer] = await Promise.all([params, searchParams, readViewer()]);
  const id = readId(shownId);
  const invitation = id ? await invitationFor(viewer, id, typeof token === 'string' ? token : null) : null;
  if (!invitation) {
    return (
      <SignInPage title="This invitation is not here">
        <Callout
          action={
            viewer.kind === 'person' ? (
              <ButtonLink href="/settings#invitations">Your invitations</ButtonLink>
            ) : (
              <ButtonLink href={`/sign-in?next=/invitations/${shownId}`}>Sign in</ButtonLink>
            )
          }
        >
          Someone answered or withdrew it, a newer email replaced it, or it went to another address. Sign in
          with the invited address, or open the link in the newest email.
        </Callout>
      </SignInPage>
    );
  }
  const { tenant, by, side } = invitation;
  const signedIn = viewer.kind === 'person';
  return (
    <SignInPage title={`${by} invites you to ${tenant}`}>
      <p className="text-muted">
        {side === 'customer'
          ? `${tenant} hires AWS experts here.`
          : `${tenant} is a company of AWS experts here.`}
      </p>
      <DescriptionList layout="rows" items={facts(invitation, signedIn ? viewer.timeZone : 'UTC')} />
      <Answer invitation={invitation} viewerEmail={signedIn ? viewer.email : null} />
    </SignInPage>
  );
}

function facts({ side, rights, email, expiresAt, status }: ReadInvitation, timeZone: string) {
  return [
    {
      term: 'You could',
      value: rights.length ? (
        <ul className="grid gap-1">
          {rights.map((right) => (
            <li key={right}>{RIGHTS_IN_WORDS[side][right]?.says}</li>
          ))}
        </ul>
      ) : (
        WITHOUT_RIGHTS[side]
      ),
    },
    { term: 'Sent to', value: <span className="break-all">{email}</span> },
    ...(status === 'sent'
      ? [{ term: 'Good until', value: <Instant at={expiresAt} timeZone={timeZone} /> }]
      : []),
  ];
}

type AnswerProps = { invitation: ReadInvitation; viewerEmail: string | null };

function Answer({ invitation, viewerEmail }: AnswerProps) {
  const { id, status, email, tenant, mine, token, side } = invitation;
  if (status !== 'sent') {
    return (
      <Callout
        title={`This invitation is ${INVITATION.words[status].word.toLowerCase()}`}
        action={
          mine && status === 'accepted' ? (
            <ButtonLink href={side === 'customer' ? '/members' : '/company'}>Go to {tenant}</ButtonLink>
          ) : undefined
        }
      >
        {status === 'accepted'
          ? 'It cannot be used again.'
          : `Ask an owner of ${tenant} to invite you again.`}
      </Callout>
    );
  }
  if (mine && viewerEmail) {
    return (
      <div className="grid gap-4">
        {token ? <AnswersAs invited={email} own={viewerEmail} /> : null}
        <AnswerInvitation invitationId={id} token={token} tenant={tenant} />
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
        href={`/sign-in?next=/invitations/${showId(id)}`}
        variant="primary"
        className="justify-self-start"
      >
        Sign in to answer
      </ButtonLink>
    </div>
  );
}
