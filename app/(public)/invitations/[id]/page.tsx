import type { Metadata } from 'next';
import { Answer } from '@/components/identity/invitations/answer';
import { NotHere } from '@/components/identity/invitations/not-here';
import { AnswerInvitation } from '@/components/identity/members/answer-invitation';
import { SignInPage } from '@/components/identity/sign-in/sign-in-page';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { readId } from '@/lib/core/id';
import { isAccepted, isOpenInvitation } from '@/lib/identity/invitations/lifecycle';
import { invitationFor, type ReadInvitation } from '@/lib/identity/member-invitations/queries';
import { RIGHTS_IN_WORDS, WITHOUT_RIGHTS } from '@/lib/identity/members/rules';
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
  if (!invitation)
    return (
      <NotHere
        action={
          viewer.kind === 'person' ? (
            <ButtonLink href="/settings#invitations">Your invitations</ButtonLink>
          ) : (
            <ButtonLink href={`/sign-in?next=/invitations/${shownId}`}>Sign in</ButtonLink>
          )
        }
      />
    );
  const { tenant, by, side, mine, status } = invitation;
  const signedIn = viewer.kind === 'person';
  return (
    <SignInPage title={`${by} invited you to join ${tenant}`}>
      <p className="text-muted">
        {side === 'customer'
          ? `${tenant} hires AWS experts on Groundcrew.`
          : `${tenant} is a company of AWS experts on Groundcrew.`}
      </p>
      <DescriptionList layout="rows" items={facts(invitation, signedIn ? viewer.timeZone : 'UTC')} />
      <Answer
        invitation={invitation}
        viewerEmail={signedIn ? viewer.email : null}
        page="/invitations"
        inviter={`an owner of ${tenant}`}
        onward={
          mine && isAccepted(status) ? (
            <ButtonLink href={side === 'customer' ? '/members' : '/company'}>Go to {tenant}</ButtonLink>
          ) : null
        }
      >
        <AnswerInvitation invitationId={invitation.id} token={invitation.token} tenant={tenant} />
      </Answer>
    </SignInPage>
  );
}

function facts({ side, rights, email, expiresAt, status }: ReadInvitation, timeZone: string) {
  return [
    {
      term: 'Your rights',
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
    ...(isOpenInvitation(status)
      ? [{ term: 'Expires', value: <Instant at={expiresAt} timeZone={timeZone} /> }]
      : []),
  ];
}
