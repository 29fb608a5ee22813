import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CertificationList } from '@/components/experts/certification-list';
import { ClaimForm, ProfileForm } from '@/components/experts/profile-forms';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Lamp } from '@/components/ui/lamp';
import { requirePerson } from '@/lib/auth/viewer';
import { showId } from '@/lib/core/id';
import { ownProfile } from '@/lib/experts/queries';

export const metadata: Metadata = { title: 'Profile' };

type ProfileProps = { searchParams: Promise<{ add?: string | string[] }> };

export default async function Profile({ searchParams }: ProfileProps) {
  const viewer = await requirePerson('/profile');
  const { add } = await searchParams;
  const profile = await ownProfile(viewer);
  if (!profile) redirect('/register');
  return (
    <Page width="narrow">
      <PageHeader
        title="Profile"
        lamp={
          profile.responds ? <Lamp tone="go">Can respond</Lamp> : <Lamp tone="wait">Cannot respond yet</Lamp>
        }
        note={`${viewer.name}, ${profile.company.name}`}
        actions={
          <ButtonLink href={`/companies/${showId(profile.company.id)}?tab=experts`}>
            As customers see it
          </ButtonLink>
        }
      />
      <div className="grid gap-5">
        <Card title="Certifications" level={2} id="certifications">
          <CertificationList certifications={profile.certifications} />
          {add ? (
            <div className="mt-4 border-t border-line pt-4">
              <ClaimForm expertId={profile.expertId} />
            </div>
          ) : (
            <ButtonLink href="/profile?add=1#certifications" className="mt-3">
              Add a certification
            </ButtonLink>
          )}
        </Card>
        <Card title="What customers read" level={2}>
          <ProfileForm profile={profile} />
          <p className="mt-4 text-sm text-muted">
            Your time zone is {viewer.timeZone.replaceAll('_', ' ')}; it is changed under Settings, with your
            name.
          </p>
        </Card>
      </div>
    </Page>
  );
}
