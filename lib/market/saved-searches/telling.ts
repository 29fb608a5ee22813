import { showId } from '@/lib/core/id';
import type { TellingOf } from '@/lib/platform/telling/telling';
import { foundBySearches } from './store';

/** The names of the searches, how many requests they found, and the titles of the first. */
type Facts = { searches: string; count: number; titles: string };

/** Titles that one notification names; the rest is counted. */
const MOST_TITLES = 10;

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');

export const telling = {
  'search.found': {
    news: {
      'search.found': {
        stranger: true,
        topic: 'searches',
        subject: (d) =>
          d.count === 1 ? 'A new request for your search' : `${d.count} new requests for your searches`,
        says: (d) => `Found by ${d.searches}: ${d.titles}.`,
        action: 'See what we found',
        async about(tx, { personId, savedSearchIds, requestIds }) {
          const { searches, titles } = await foundBySearches(tx, {
            savedSearchIds,
            requestIds,
            most: MOST_TITLES,
          });
          const count = requestIds.length;
          const more = count - titles.length;
          const [only] = count === 1 ? requestIds : [];
          const [search] = searches.length === 1 ? searches : [];
          return [
            {
              people: [personId],
              facts: {
                title: titles[0] ?? '',
                count,
                searches: quoted(searches.map(({ name }) => name)),
                titles: quoted(titles) + (more > 0 ? `, and ${more} more` : ''),
              },
              path: only ? `/work/${showId(only)}` : search ? `/work?${search.query}` : '/work/searches',
              once: `${requestIds[0]}:${requestIds.at(-1)}:${count}`,
            },
          ];
        },
      },
    },
  },
} satisfies TellingOf<Facts>;
