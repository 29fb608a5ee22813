import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import type { OwnRequest } from '@/lib/market/requests/queries';
import { budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';
import { serviceName } from '@/lib/market/tags/rules';
import { readersInWords } from './reach';

type OwnTextProps = {
  request: OwnRequest;
  /** Whom a private request is for. */
  company: string | null;
  timeZone: string;
  now: Date;
};

/** A request's own text, and its facts next to it, as its customer wrote them. */
export function OwnText({ request, company, timeZone, now }: OwnTextProps) {
  const { services, regions, slots, audience, contactName, contactEmail } = request;
  return (
    <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <p dir="auto" className="max-w-[70ch] whitespace-pre-wrap">
        {request.description}
      </p>
      <DescriptionList
        className="content-start"
        items={[
          { term: 'Budget', value: budgetInWords(request.budget) },
          { term: 'Location', value: LOCATION_LABELS[request.location] },
          ...(services.length ? [{ term: 'Services', value: services.map(serviceName).join(', ') }] : []),
          ...(regions.length ? [{ term: 'Regions', value: regions.join(', ') }] : []),
          ...(audience === 'everyone'
            ? [
                {
                  term: 'Responses',
                  value: slots === null ? 'Any number at once' : `At most ${slots} at once`,
                },
              ]
            : []),
          { term: 'Your name', value: contactName },
          { term: 'Email address', value: `${contactEmail} (not shared with experts)` },
          { term: 'Posted', value: <Instant at={request.createdAt} timeZone={timeZone} now={now} /> },
          { term: 'Who reads it', value: readersInWords(request, company) },
        ]}
      />
    </div>
  );
}
