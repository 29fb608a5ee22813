import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { ExpertProfile } from '@/components/market/directory/expert-profile';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { readId, showId } from '@/lib/core/id';
import { ownProfile } from '@/lib/market/experts/queries';
import { ratingsOfExpert, recordsOf } from '@/lib/market/profiles/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'How customers see you' };

type PreviewProps = { searchParams: Promise<{ of?: string | string[] }> };

/** One's own profile by the very component of the public page, public already or not. */
export default async function Preview({ searchParams }: PreviewProps) {
  const viewer = await requirePerson('/profile/preview');
  const { of } = await searchParams;
  const id = typeof of === 'string' ? readId(of) : null;
  const [profile, now] = await Promise.all([ownProfile(viewer, id ?? undefined), appNow()]);
  if (!profile) redirect('/profile');
  const { card, company, handle, handleOn, publishedAt } = profile;
  const [ratings, records, paces] = await Promise.all([
    ratingsOfExpert(profile.expertId, company.id),
    recordsOf([profile.expertId]),
    answerTimesOf([company.id], now),
  ]);
  const back = `/profile?of=${showId(profile.expertId)}`;
  const shown = {
    ...card,
    ...ratings,
    partner: company.partner,
    handle: handleOn ? handle : null,
  };
  return (
    <Page>
      <div className="grid gap-5">
        <Breadcrumbs crumbs={[{ label: 'Profile', href: back }]} />
        <Callout
          tone={publishedAt ? 'ended' : 'wait'}
          title={publishedAt ? 'How customers see you' : 'No one sees this yet'}
          action={
            <ButtonLink href={back} size="sm">
              Edit your profile
            </ButtonLink>
          }
        >
          {publishedAt
            ? 'This is your public page, without the question form next to it.'
            : 'This is how customers will see you. It goes public automatically once nothing is missing.'}
        </Callout>
        <ExpertProfile
          expert={shown}
          now={now}
          pace={paces.get(company.id)}
          jobs={records.get(profile.expertId)?.jobs}
        />
      </div>
    </Page>
  );
}
