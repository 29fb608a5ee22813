import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { EndedRun } from '@/components/market/landing/ended-run';
import { ExampleRequests } from '@/components/market/landing/example-requests';
import { problemOf } from '@/components/market/landing/problems';
import { START_FORM, StartForm } from '@/components/market/landing/start-form';
import { answerTime } from '@/components/market/responses/answer-time';
import { Link } from '@/components/ui/link';
import { endedInDemo } from '@/lib/access/showcase/queries';
import { percentOf } from '@/lib/job/proposals/rules';
import { draftBegun } from '@/lib/market/drafts/queries';
import { paceOf } from '@/lib/market/response-times/queries';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { hashOf } from '@/lib/platform/session/person';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: { absolute: 'Groundcrew: hire a certified AWS expert' } };

const STEPS = [
  {
    title: 'Post a request',
    text: 'Free. Certified experts respond within minutes to a few days. Stop responses anytime.',
  },
  {
    title: 'Choose an expert',
    text: 'Verified certifications, rates and reviews. Chat first, then accept a proposal with a maximum price.',
  },
  {
    title: 'Let them in',
    text: 'A temporary role in your account. We explain it before you accept and follow it while it’s used.',
  },
  {
    title: 'Pay and see it end',
    text: 'Pay when the work is done. The final payment ends the access, and we ask AWS to prove it.',
  },
];

type LandingProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LandingPage({ searchParams }: LandingProps) {
  const { problem } = await searchParams;
  const chosen = problemOf(typeof problem === 'string' ? problem : undefined);
  const viewer = await readViewer();
  const secret = (await cookies()).get('draft')?.value;
  const draft = chosen || !secret ? null : await draftBegun(viewer, hashOf(secret));
  const [ended, pace] = await Promise.all([endedInDemo(), paceOf(await appNow())]);
  const fee = env.FEE_BASIS_POINTS;
  return (
    <div className="mx-auto grid max-w-[75rem] gap-12 px-4 sm:px-8 lg:gap-16">
      <section className="grid gap-x-16 gap-y-4 pt-5 lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-[auto_1fr] lg:pt-14">
        <h1 className="text-3xl lg:pt-4 lg:text-4xl">
          Hire a certified <span className="sm:block">AWS expert.</span>{' '}
          <span className="block">Let them in for one job.</span>{' '}
          <span className="block">See the access end.</span>
        </h1>
        <div className="lg:row-span-2">
          <StartForm texts={chosen ?? draft} signedIn={viewer.kind === 'person'} continues={draft !== null} />
        </div>
        <div className="grid content-start gap-4">
          <p className="max-w-[30em] text-base text-muted lg:text-lg">
            Describe the problem. Certified experts respond with a plan and a price. You choose one and give
            access for exactly that job.
          </p>
          <p className="max-w-[34em] text-sm">
            Posting is free. You pay the price you accept and nothing on top
            {fee === 0 ? '' : `; experts pay our ${percentOf(fee)} fee`}.{' '}
            <Link href="/pricing" className="link">
              Pricing
            </Link>
          </p>
          {pace ? (
            <p className="text-sm text-muted">
              {pace.experts.toLocaleString('en')} certified experts. The first response usually takes{' '}
              {answerTime(pace.firstResponseMs)}.
            </p>
          ) : null}
        </div>
      </section>

      <section
        aria-labelledby="end"
        className="grid items-center gap-x-16 gap-y-5 border-t border-line pt-10 lg:grid-cols-[18rem_minmax(0,1fr)]"
      >
        <div className="grid gap-3">
          <h2 id="end" className="text-xl">
            See the access end
          </h2>
          <p className="text-sm text-muted">
            {ended
              ? 'A finished job from this demo. We blocked the role, tried a test session, and AWS refused it. Then the role was gone.'
              : 'An example. We block the role, try a test session, and AWS refuses it. Then the role is gone.'}
          </p>
          <p className="text-sm text-muted">
            We only say “ended” when AWS confirms it.{' '}
            <Link href="/guide/access" className="link">
              How access ends
            </Link>
          </p>
        </div>
        <EndedRun ended={ended} />
      </section>

      <section aria-labelledby="how" className="grid gap-5 border-t border-line pt-10">
        <h2 id="how" className="text-xl">
          <Link href="/how-it-works" className="text-ink no-underline hover:underline">
            How it works
          </Link>
        </h2>
        <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="grid content-start gap-1">
              <h3 className="text-base">
                <span className="font-normal text-faint tabular-nums">{index + 1}</span> {title}
              </h3>
              <p className="text-sm text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="examples" className="grid gap-5 border-t border-line pt-10 pb-4">
        <h2 id="examples" className="text-xl">
          What people ask for
        </h2>
        <ExampleRequests formId={START_FORM} />
      </section>
    </div>
  );
}
