import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { enterDemo } from '@/lib/demo/actions';
import { DEMO_PEOPLE, DEMO_ROLES } from '@/lib/demo/people';
import type { Step } from '@/lib/demo/rules';

/** One press a person. */
export function PeopleChoice({ email }: { email: string | null }) {
  const does = {
    customer: 'posts requests, pays and lets experts in',
    expert: 'responds, sends proposals and works in AWS',
    admin: 'verifies certifications and suspends people',
  } as const;
  return (
    <ul className="grid gap-3 sm:grid-cols-3">
      {DEMO_ROLES.map((as) => (
        <li
          key={as}
          className="grid content-start gap-2 rounded-lg border border-line bg-surface px-4 py-3.5"
        >
          <span className="flex flex-wrap items-center justify-between gap-2 font-medium">
            {DEMO_PEOPLE[as].name}
            {DEMO_PEOPLE[as].email === email ? <Lamp tone="go">You</Lamp> : null}
          </span>
          <span className="text-sm text-muted">
            {DEMO_PEOPLE[as].of}: {does[as]}
          </span>
          <form action={enterDemo} className="mt-1">
            <input type="hidden" name="as" value={as} />
            <Submit size="sm" variant="secondary">
              Sign in as {DEMO_PEOPLE[as].name.split(' ')[0]}
            </Submit>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** The job step by step. A press signs in as whoever does the step and opens the page for it. */
export function GuidedJob({ steps }: { steps: readonly Step[] }) {
  const at = steps.findIndex((step) => !step.done);
  return (
    <ol className="divide-y divide-line border-y border-line">
      {steps.map((step, index) => (
        <li
          key={step.says}
          className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2"
        >
          <span className="flex min-w-0 items-baseline gap-3">
            <span className="w-5 shrink-0 text-right font-mono text-sm text-faint" aria-hidden="true">
              {index + 1}
            </span>
            <span className={index === at ? 'font-medium' : undefined}>
              <span className="text-muted">{DEMO_PEOPLE[step.as].name.split(' ')[0]}: </span>
              {step.says}
            </span>
          </span>
          <span className="flex items-center gap-3 max-sm:pl-8">
            {step.done ? (
              <Lamp tone="go">Done</Lamp>
            ) : index === at ? (
              <Lamp tone="turn">Next</Lamp>
            ) : (
              <Lamp tone="ended">Not yet</Lamp>
            )}
            <form action={enterDemo}>
              <input type="hidden" name="as" value={step.as} />
              <input type="hidden" name="next" value={step.where} />
              <Submit size="sm" variant={index === at ? 'primary' : 'quiet'}>
                {step.done ? 'View' : 'Go'}
                <span className="sr-only">: {step.says}</span>
              </Submit>
            </form>
          </span>
        </li>
      ))}
    </ol>
  );
}
