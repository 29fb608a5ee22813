import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClockForm } from '@/components/demo/clock-form';
import { GuidedJob, PeopleChoice } from '@/components/demo/guided-job';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { inWords } from '@/lib/core/words';
import { DEMO_ROLES } from '@/lib/demo/people';
import { demoClock, demoSteps } from '@/lib/demo/queries';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Demo', robots: { index: false } };

type DemoProps = { searchParams: Promise<{ refused?: string | string[] }> };

const REFUSED: Record<string, string> = {
  forbidden: 'This account is suspended. Sign out first, or lift the suspension as another admin.',
  not_found: 'The demo world hasn’t been created yet, so this person doesn’t exist.',
};

/** Who to be, what to try, and the clock. Not there outside the demo. */
export default async function Demo({ searchParams }: DemoProps) {
  const [viewer, clock, steps] = await Promise.all([readViewer(), demoClock(), demoSteps()]);
  if (!clock || !steps) notFound();
  const { refused } = await searchParams;
  const done = steps.filter((step) => step.done).length;
  const inside = [
    { label: 'Email inbox', href: env.SANDBOX_MAIL_URL },
    { label: 'AWS sandbox', href: env.SANDBOX_AWS_URL },
    { label: 'Stripe sandbox', href: env.SANDBOX_STRIPE_URL },
  ];
  return (
    <div className="mx-auto grid max-w-4xl gap-10 px-4 py-6 sm:px-8 sm:py-10">
      <header className="grid gap-2">
        <h1 className="text-2xl">This is a demo</h1>
        <p className="max-w-[65ch] text-muted">
          Everything runs on this machine. AWS, Stripe and the email server are local stand-ins that speak the
          real services’ protocols. People and companies are made up. Nothing leaves the machine, and no money
          moves.
        </p>
      </header>
      {typeof refused === 'string' ? (
        <Callout tone="stop" role="alert">
          {REFUSED[refused] ?? 'That didn’t work. Try again.'}
        </Callout>
      ) : null}
      <section className="grid gap-3" aria-labelledby="people">
        <h2 id="people" className="text-lg">
          Sign in as one of {inWords(DEMO_ROLES.length)} people
        </h2>
        <PeopleChoice email={viewer.kind === 'person' ? viewer.email : null} />
      </section>
      <section className="grid gap-3" aria-labelledby="job">
        <h2 id="job" className="text-lg">
          A job, from posting to “refused”
        </h2>
        <p className="max-w-[65ch] text-sm text-muted">
          {done} of {steps.length} steps are done. They follow Nadia’s newest request. Choose Go to become the
          person whose turn it is.
        </p>
        <GuidedJob steps={steps} />
      </section>
      <section className="grid scroll-mt-12 gap-3" id="clock" aria-labelledby="clock-title">
        <h2 id="clock-title" className="text-lg">
          Move the clock
        </h2>
        <ClockForm {...clock} />
      </section>
      <section className="grid gap-3" aria-labelledby="inside">
        <h2 id="inside" className="text-lg">
          Look inside
        </h2>
        <div className="flex flex-wrap gap-2">
          {inside.map(({ label, href }) =>
            href ? (
              <ButtonLink key={label} href={href} target="_blank" rel="noopener">
                {label}
              </ButtonLink>
            ) : null,
          )}
        </div>
      </section>
    </div>
  );
}
