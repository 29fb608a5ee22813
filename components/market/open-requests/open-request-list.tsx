import { ResponseState } from '@/components/market/responses/response-state';
import { Form } from '@/components/ui/form';
import { markRequest } from '@/lib/market/marks/actions';
import type { OpenRequestCard as Row } from '@/lib/market/open-requests/queries';
import { factsOf } from './card-facts';
import { OpenRequestCard } from './open-request-card';

type OpenRequestListProps = {
  label: string;
  rows: readonly Row[];
  /** Whether the viewer may answer requests at all. */
  mayRespond: boolean;
  /** The address of this list, to come back to from a form in it. */
  back: string;
  timeZone: string;
  now: Date;
};

/** Requests with their marks: one form, whose buttons stand on the cards. */
export function OpenRequestList({ label, rows, mayRespond, back, ...time }: OpenRequestListProps) {
  return (
    <Form action={markRequest} hidden={{ back }} label="Bookmark or hide" className="grid gap-2.5">
      <ul aria-label={label} className="grid gap-2.5">
        {rows.map((request) => (
          <li key={request.id}>
            <OpenRequestCard
              facts={factsOf(request, mayRespond)}
              standing={
                request.response ? <ResponseState response={request.response} {...time} /> : undefined
              }
              {...time}
            />
          </li>
        ))}
      </ul>
    </Form>
  );
}
