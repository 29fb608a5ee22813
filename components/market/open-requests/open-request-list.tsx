import { ResponseState } from '@/components/market/responses/response-state';
import { Form } from '@/components/ui/form';
import { showId } from '@/lib/core/id';
import { markRequest } from '@/lib/market/marks/actions';
import type { OpenRequestCard as Row } from '@/lib/market/open-requests/queries';
import { factsOf } from './card-facts';
import { OpenRequestCards } from './open-request-cards';

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
  const standing = rows.flatMap(({ id, response }) =>
    response ? [[showId(id), <ResponseState key={id} response={response} brief {...time} />]] : [],
  );
  return (
    <Form action={markRequest} hidden={{ back }} label="Bookmark or hide" className="grid gap-2.5">
      <OpenRequestCards
        label={label}
        rows={rows.map((request) => factsOf(request, mayRespond))}
        standing={Object.fromEntries(standing)}
        {...time}
      />
    </Form>
  );
}
