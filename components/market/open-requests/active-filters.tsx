import { X } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { OpenRequestSearch } from '@/lib/market/open-requests/schema';
import { activeFilters, addressOf } from './search-words';

/** What the list is narrowed to; each can be taken off. */
export function ActiveFilters({ search }: { search: OpenRequestSearch }) {
  const filters = activeFilters(search);
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="mb-3 flex flex-wrap items-center gap-1.5">
      {filters.map(({ label, without }) => (
        <li key={label} className="max-w-full">
          <Link
            href={addressOf(without)}
            className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full border border-accent-line bg-accent-soft px-2.5 text-sm text-ink hover:border-accent pointer-coarse:min-h-9"
          >
            <span className="sr-only">Remove </span>
            <span className="truncate">{label}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <Link href="/work" className="link inline-block px-1.5 py-1 text-sm">
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
