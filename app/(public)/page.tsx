import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ExampleRequests } from '@/components/market/landing/example-requests';
import { ExampleRun } from '@/components/market/landing/example-run';
import { problemOf } from '@/components/market/landing/problems';
import { StartForm } from '@/components/market/landing/start-form';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { draftBegun } from '@/lib/market/drafts/queries';
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

/** 250 basis points → "2.5%". */
function percent(basisPoints: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}

type LandingProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LandingPage({ searchParams }: LandingProps) {
  const { problem } = await searchParams;
  const chosen = problemOf(typeof problem === 'string' ? problem : undefined);
  const viewer = await readViewer();
  const secret = (await cookies()).get('draft')?.value;
  const draft = chosen || !secret ? null : await draftBegun(viewer, hashOf(secret));
  const fee = env.FEE_BASIS_POINTS;
  return (
    <div className="mx-auto grid max-w-[75rem] gap-14 px-4 sm:px-8 lg:gap-20">
      <section className="grid gap-4 pt-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)] lg:grid-rows-[auto_1fr] lg:gap-x-14 lg:pt-12">
        <h1 className="text-2xl lg:pt-2 lg:text-4xl">
          Hire a certified AWS expert. <span className="block">Let them in for one job.</span>{' '}
          <span className="block">See the access end.</span>
        </h1>
        <div className="lg:row-span-2">
          <StartForm texts={chosen ?? draft} signedIn={viewer.kind === 'person'} continues={draft !== null} />
        </div>
        <p className="max-w-[34em] text-base text-muted lg:text-lg">
          Describe the problem. Certified experts respond. You agree on a price, let one of them in for
          exactly this job, watch what they do, and pay when it’s done. When the job ends, so does the access,
          and you get the proof.
        </p>
      </section>

      <section aria-labelledby="how" className="grid gap-4">
        <h2 id="how" className="text-xl">
          <Link href="/how-it-works" className="text-ink no-underline hover:underline">
            How it works
          </Link>
        </h2>
        <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="grid content-start gap-1 border-t-2 border-accent-line pt-3">
              <h3 className="text-base">
                <span className="text-accent">{index + 1}</span> {title}
              </h3>
              <p className="text-sm text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="end" className="grid items-start gap-5 lg:grid-cols-2 lg:gap-14">
        <div className="grid gap-2">
          <h2 id="end" className="text-xl">
            See the access end
          </h2>
          <p className="max-w-[38em] text-muted">
            Most work in someone else’s account ends with a promise to delete a user. Here it ends with a list
            of steps, each with its time: the deny we attached, the test session we tried against it, and what
            AWS said. You can end the access yourself at any time, in the same way.
          </p>
        </div>
        <ExampleRun />
      </section>

      <section aria-labelledby="examples" className="grid gap-4">
        <h2 id="examples" className="text-xl">
          Example requests
        </h2>
        <ExampleRequests />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink href="/requests/new" size="lg" variant="primary">
            Get started now
          </ButtonLink>
          <span className="text-sm text-muted">
            Opens the full form. It’s free, and nothing is public until you post it.
          </span>
        </p>
      </section>

      <section aria-label="Costs and operator" className="grid gap-6 sm:grid-cols-2 lg:gap-14">
        <div className="grid content-start gap-2">
          <h2 className="text-xl">What it costs</h2>
          <p className="text-muted">
            Requests, responses and chat are free. You pay the price you accept and nothing on top.{' '}
            {fee === 0 ? 'There’s no fee' : `The expert pays the fee: ${percent(fee)} of each payment`}.{' '}
            <Link href="/pricing" className="link">
              See an example
            </Link>
            .
          </p>
        </div>
        <div className="grid content-start gap-2">
          <h2 className="text-xl">Who runs this</h2>
          <p className="text-muted">
            {env.OPERATOR_NAME} runs this installation, keeps its data and is responsible for it:{' '}
            <a href={`mailto:${env.OPERATOR_EMAIL}`} className="link">
              {env.OPERATOR_EMAIL}
            </a>
            . The software is open source, under the Apache 2.0 license.
          </p>
        </div>
      </section>
    </div>
  );
}
