import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import type { OwnRequest } from '@/lib/market/requests/queries';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/market/requests/schema';
import { regionName } from '@/lib/market/tags/regions';
import { serviceName } from '@/lib/market/tags/rules';

/** A request's own text and facts, as its customer wrote them. */
export function OwnText({ request, timeZone, now }: { request: OwnRequest; timeZone: string; now: Date }) {
  return (
    <div className="grid gap-4">
      <p dir="auto" className="max-w-[70ch] whitespace-pre-wrap">
        {request.description}
      </p>
      <DescriptionList
        items={[
          { term: 'Budget', value: BUDGET_LABELS[request.budget] },
          { term: 'Location', value: LOCATION_LABELS[request.location] },
          ...(request.services.length
            ? [{ term: 'Services', value: request.services.map(serviceName).join(', ') }]
            : []),
          ...(request.regions.length
            ? [{ term: 'Regions', value: request.regions.map(regionName).join('; ') }]
            : []),
          {
            term: 'Responses',
            value: request.slots === null ? 'Any number at once' : `At most ${request.slots} at once`,
          },
          { term: 'Your name', value: request.contactName },
          { term: 'Email address', value: `${request.contactEmail} (not shared with experts)` },
          { term: 'Posted', value: <Instant at={request.createdAt} timeZone={timeZone} now={now} /> },
        ]}
      />
    </div>
  );
}
