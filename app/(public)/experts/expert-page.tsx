import type { Metadata } from 'next';
import { AskBox } from '@/components/market/directory/ask-box';
import { ExpertProfile, Part } from '@/components/market/directory/expert-profile';
import { JsonLd } from '@/components/market/directory/json-ld';
import { ReviewList } from '@/components/trust/reviews/review-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { readCursor } from '@/lib/core/page';
import { firstLine } from '@/lib/core/text';
import { certificationName } from '@/lib/market/certifications/catalog';
import { type ExpertProfile as Profile, recordsOf, reviewsFor } from '@/lib/market/profiles/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';
import { expertAddress } from './expert-address';

export function expertMetadata(expert: Profile | null): Metadata {
  if (!expert) return { title: 'Not found', robots: { index: false } };
  const description = firstLine(`${expert.headline}. ${expert.summary}`, 155);
  const url = expertAddress(expert);
  return {
    title: `${expert.name}, AWS expert`,
    description,
    alternates: { canonical: url },
    openGraph: {
      title: `${expert.name}, AWS expert`,
      description,
      url,
      type: 'profile',
      siteName: 'Groundcrew',
    },
  };
}

type ExpertPageProps = { expert: Profile; here: string; from: string | undefined };

/** What both addresses of an expert show. */
export async function ExpertPage({ expert, here, from }: ExpertPageProps) {
  const place = readCursor(from);
  const [viewer, now, reviews] = await Promise.all([
    readViewer(),
    appNow(),
    reviewsFor({ expertId: expert.expertId }, place),
  ]);
  const { company, name } = expert;
  const [paces, records] = await Promise.all([
    answerTimesOf([company.id], now),
    recordsOf([expert.expertId]),
  ]);
  return (
    <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <Breadcrumbs crumbs={[{ label: 'Experts', href: '/experts' }]} />
      <ExpertProfile
        expert={expert}
        ask={
          <AskBox
            companyId={company.id}
            expertId={expert.expertId}
            whom={name}
            readers={company.freelancer ? name : `people at ${company.name}`}
            viewer={viewer}
          />
        }
        now={now}
        pace={paces.get(company.id)}
        jobs={records.get(expert.expertId)?.jobs}
      >
        <Part title={`Reviews of ${name}’s work`} id="reviews">
          <ReviewList
            reviews={reviews}
            timeZone={viewer.kind === 'person' ? viewer.timeZone : 'UTC'}
            first={`${here}#reviews`}
            later={place !== null}
          />
        </Part>
      </ExpertProfile>
      <JsonLd
        facts={{
          '@type': 'Person',
          name,
          description: expert.headline,
          url: new URL(expertAddress(expert), env.APP_URL).href,
          knowsLanguage: expert.languages,
          hasCredential: expert.certifications.map(({ code }) => ({
            '@type': 'EducationalOccupationalCredential',
            name: certificationName(code),
          })),
          worksFor: { '@type': 'Organization', name: company.name },
        }}
      />
    </div>
  );
}
