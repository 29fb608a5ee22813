import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { improveRequest } from '@/lib/market/advice/actions';
import { adviceFor } from '@/lib/market/advice/rules';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import type { OwnRequest } from '@/lib/market/requests/queries';

/** What could be changed about a request that nobody has answered for three days, each with one press. */
export function Unanswered({ request, className }: { request: OwnRequest; className?: string }) {
  const waits = request.unansweredAt && request.responseCount === 0 && isAccepting(request.status);
  if (!waits) return null;
  const advice = adviceFor(request);
  const edit = `/requests/${showId(request.id)}/edit`;
  return (
    <Callout tone="wait" title="No responses yet. What can help:" className={className}>
      {advice.length ? (
        <ul className="mt-1 grid gap-2.5">
          {advice.map(({ says, action }) => (
            <li key={action.label} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1 basis-64">{says}</span>
              {'does' in action ? (
                <Form
                  action={improveRequest}
                  hidden={{ requestId: request.id, by: action.does }}
                  label={action.label}
                >
                  <Submit size="sm" variant="secondary">
                    {action.label}
                  </Submit>
                </Form>
              ) : (
                <ButtonLink href={`${edit}#request-${action.field}`} size="sm">
                  {action.label}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          Your text says what experts need. You can ask one directly:{' '}
          <a href="/experts" className="link">
            find an expert
          </a>
          .
        </p>
      )}
    </Callout>
  );
}
