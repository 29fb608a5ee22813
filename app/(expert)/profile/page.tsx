import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { CertificationList } from '@/components/market/certifications/certification-list';
import { Checklist } from '@/components/market/experts/checklist';
import { HandleForm } from '@/components/market/experts/handle-form';
import { ClaimForm, ProfileForm, RemovePhotoForm } from '@/components/market/experts/profile-forms';
import { PhotoForm } from '@/components/market/photos/photo-form';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Lamp } from '@/components/ui/lamp';
import { Tabs } from '@/components/ui/tabs';
import { readId, showId } from '@/lib/core/id';
import { ownPath } from '@/lib/core/path';
import { COUNTING_IN_WORDS } from '@/lib/market/certifications/catalog';
import { ownProfile, ownProfilesOf } from '@/lib/market/experts/queries';
import { NO_TIME_ZONE } from '@/lib/market/listings/rules';
import { photoPath, problemOf } from '@/lib/market/photos/rules';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Profile' };

type Search = Partial<Record<'add' | 'of' | 'next' | 'photo' | 'saved', string | string[]>>;

export default async function Profile({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requirePerson('/profile');
  const { add, of, next: asked, photo: problem, saved } = await searchParams;
  const next = ownPath(typeof asked === 'string' ? asked : null);
  const back = next ? `next=${encodeURIComponent(next)}` : '';
  const id = typeof of === 'string' ? readId(of) : null;
  const [all, named] = await Promise.all([ownProfilesOf(viewer), ownProfile(viewer, id ?? undefined)]);
  const profile = named ?? (id ? await ownProfile(viewer) : null);
  if (!profile) redirect(`/register?${back}`);
  const here = `/profile?of=${showId(profile.expertId)}`;
  const zones = [viewer.timeZone, ...Intl.supportedValuesOf('timeZone')].filter(
    (zone) => zone !== NO_TIME_ZONE,
  );
  const { publishedAt, missing } = profile;
  return (
    <Page width="narrow">
      <PageHeader
        title="Profile"
        lamp={publishedAt ? <Lamp tone="go">Public</Lamp> : <Lamp tone="wait">Not public</Lamp>}
        note={`${viewer.name}, ${profile.company.name}`}
        actions={
          <ButtonLink href={`/profile/preview?of=${showId(profile.expertId)}`}>
            How customers see you
          </ButtonLink>
        }
      />
      {all.length > 1 ? (
        <Tabs
          label="Your profiles"
          className="mb-5"
          tabs={all.map(({ expertId, company }) => ({
            href: `/profile?of=${showId(expertId)}`,
            label: company,
            current: expertId === profile.expertId,
          }))}
        />
      ) : null}
      <div className="grid gap-5">
        {saved ? (
          <Callout tone="go" role="status">
            Saved.
          </Callout>
        ) : null}
        <Card
          title={publishedAt ? 'Customers can find you' : 'Before customers can find you'}
          level={2}
          tone={missing.length ? 'turn' : undefined}
        >
          <Checklist profile={profile} />
          {profile.responds ? null : (
            <p className="mt-3 text-sm text-muted">
              You can’t respond to requests yet. You need a verified certification at {COUNTING_IN_WORDS}{' '}
              level.
            </p>
          )}
        </Card>
        <Card title="Certifications" level={2} id="certifications">
          <CertificationList certifications={profile.certifications} />
          {add ? (
            <div className="mt-4 border-t border-line pt-4">
              <ClaimForm expertId={profile.expertId} next={next} />
            </div>
          ) : (
            <ButtonLink href={`${here}&add=1&${back}#certifications`} className="mt-3">
              Add a certification
            </ButtonLink>
          )}
        </Card>
        <Card title="Photo" level={2} id="photo">
          <PhotoForm
            name={viewer.name}
            photo={photoPath(profile.photo, 'large')}
            problem={typeof problem === 'string' ? problemOf(problem) : null}
          />
          {profile.photo ? <RemovePhotoForm /> : null}
        </Card>
        <Card title="What customers read" level={2}>
          <ProfileForm profile={profile} timeZones={[...new Set(zones)]} />
        </Card>
        <Card title="Public link" level={2} id="address">
          <HandleForm profile={profile} origin={new URL(env.APP_URL).origin} />
        </Card>
      </div>
    </Page>
  );
}
