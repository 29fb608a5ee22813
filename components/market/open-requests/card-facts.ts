import { showId } from '@/lib/core/id';
import type { OpenRequestCard } from '@/lib/market/open-requests/queries';
import { budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';
import { serviceName } from '@/lib/market/tags/rules';

/**
 * What a card of an open request says, in words. A list is sent as these and drawn by `OpenRequestCard` on both sides: as drawn
 * elements the twenty of a page weighed 46 kB of data, as facts 13.
 */
export type CardFacts = {
  /** As it stands in addresses. */
  id: string;
  title: string;
  excerpt: string | null;
  postedAt: Date;
  /** Budget, place, services and Regions in a line. */
  meta: string;
  answers: string;
  mark?: NonNullable<OpenRequestCard['mark']>;
  /** What one may do: answer it, go on with one's own answer to it, or neither. */
  way: 'respond' | 'closed' | { conversation: string } | null;
};

/** Two lines of a card at its widest; the request's own page has it all. */
const EXCERPT = 175;

const excerptOf = (text: string) => {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).join('')}…` : line.join('');
};

/** `mayRespond`: whether the viewer may answer requests at all. */
export function factsOf(request: OpenRequestCard, mayRespond: boolean): CardFacts {
  const { id, title, excerpt, postedAt, mark, budget, location, responseCount: answers, response } = request;
  const place = location === 'anywhere' ? 'Anywhere' : `prefers ${LOCATION_LABELS[location]}`;
  const services = request.services.map(serviceName);
  const open = mayRespond ? 'respond' : null;
  return {
    id: showId(id),
    title,
    excerpt: excerpt === null ? null : excerptOf(excerpt),
    postedAt,
    meta: [budgetInWords(budget), place, ...services, ...request.regions].join(' · '),
    answers: `${answers} ${answers === 1 ? 'response' : 'responses'}${placesOf(request.places)}`,
    ...(mark ? { mark } : {}),
    way: response ? { conversation: showId(response.id) } : request.open ? open : 'closed',
  };
}

/** How many places are left, where they are numbered. */
function placesOf(places: number | null): string {
  if (places === null) return '';
  if (places === 0) return ' · all spots taken';
  return ` · ${places} ${places === 1 ? 'spot' : 'spots'} left`;
}
