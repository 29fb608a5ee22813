import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ExpertSummary } from '@/components/experts/expert-summary';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { requirePerson } from '@/lib/auth/viewer';
import { readId, showId } from '@/lib/core/id';
import { appNow } from '@/lib/db/clock';
import { ownProfile } from '@/lib/experts/queries';

export const metadata: Metadata = { title: 'How customers see you' };

type PreviewProps = { searchParams: Promise<{ of?: string | string[] }> };

/** One's own profile in the very words and look of the public page, public already or not. */
export default async function Preview({ searchParams }: PreviewProps) {
  const viewer = await requirePerson('/profile/preview');
  const { of } = await searchParams;
  const id = typeof of === 'string' ? readId(of) : null;
  const [profile, now] = await Promise.all([ownProfile(viewer, id ?? undefined), appNow()]);
  if (!profile) redirect('/profile');
  const back = `/profile?of=${showId(profile.expertId)}`;
  return (
    <Page>
      <PageHeader
        title="How customers see you"
        crumbs={[{ label: 'Profile', href: back }]}
        actions={<ButtonLink href={back}>Edit</ButtonLink>}
      />
      <div className="grid gap-5">
        {profile.publishedAt ? null : (
          <Callout tone="wait" title="Nobody sees this yet">
            Your profile becomes public by itself once nothing is missing from it.
          </Callout>
        )}
        <Card>
          <ExpertSummary expert={profile.card} now={now} />
        </Card>
      </div>
    </Page>
  );
}
