import { Tag } from '@/components/ui/tag';
import { type Budget, budgetInWords, LOCATION_LABELS, type Location } from '@/lib/market/requests/schema';
import { serviceOf } from '@/lib/market/tags/aws-services';
import { placesInWords } from './places';

type WishesProps = {
  request: {
    budget: Budget;
    location: Location;
    services: readonly string[];
    regions: readonly string[];
    slots: number | null;
    openCount: number;
  };
};

/** What a request asks for in a word or two each: budget, place, services, Regions, and how many answers it has room for. */
export function Wishes({ request }: WishesProps) {
  const { budget, location, services, regions, slots, openCount } = request;
  const words = [
    budgetInWords(budget),
    location === 'anywhere' ? 'Experts from anywhere' : `Prefers experts from ${LOCATION_LABELS[location]}`,
    ...services.map((code) => serviceOf(code)?.name ?? code),
    ...regions,
    ...(slots === null ? [] : [placesInWords(slots, openCount)]),
  ];
  return (
    <ul aria-label="Preferences" className="flex flex-wrap gap-1.5">
      {words.map((word) => (
        <li key={word} className="min-w-0">
          <Tag>{word}</Tag>
        </li>
      ))}
    </ul>
  );
}
