import { Details } from '@/components/ui/details';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import type { OwnRequest } from '@/lib/market/requests/queries';
import { factsOf } from './card-facts';
import { OpenRequestCard } from './open-request-card';

type ExpertsSeeProps = { request: OwnRequest; timeZone: string; now: Date };

/** The very card that experts find in their list. To be looked at: its buttons are theirs. */
export function ExpertsSee({ request, timeZone, now }: ExpertsSeeProps) {
  const { id, title, description, budget, location, services, regions, responseCount, slots, openCount } =
    request;
  const card = {
    id,
    position: 0n,
    title,
    excerpt: [...description].slice(0, 400).join(''),
    budget,
    location,
    services,
    regions,
    responseCount,
    places: slots === null ? null : Math.max(slots - openCount, 0),
    open: isAccepting(request.status),
    postedAt: request.openedAt ?? request.createdAt,
    response: null,
    mark: null,
  };
  return (
    <Details summary="What experts will see" open frame className="mb-4">
      <div inert aria-hidden="true">
        <OpenRequestCard facts={factsOf(card, true)} timeZone={timeZone} now={now} />
      </div>
      <p className="mt-2 text-sm text-muted">
        Experts can open the full request and see your name, <bdi>{request.contactName}</bdi>. They never see
        your email.
      </p>
    </Details>
  );
}
