import { X } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { Filters } from '@/lib/market/directory/schema';
import { addressOf, type DirectoryPath } from './address';
import { chosenOf } from './chosen';

/** The filters that are on; each is a link that takes it off. */
export function Chips({ path, filters }: { path: DirectoryPath; filters: Filters }) {
  const chosen = chosenOf(filters);
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {chosen.map(({ name, label }) => (
        <li key={name} className="min-w-0">
          <Link
            href={addressOf(path, { ...filters, [name]: undefined })}
            className="inline-flex min-h-7.5 max-w-full items-center gap-1.5 rounded-full border border-accent-line bg-accent-soft px-3 text-sm hover:border-accent pointer-coarse:min-h-11"
          >
            <span className="truncate">{label}</span>
            <span className="sr-only">: remove</span>
            <X aria-hidden="true" className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
      {chosen.length > 1 ? (
        <li>
          <Link
            href={path}
            className="inline-flex min-h-7.5 items-center px-2 text-sm link pointer-coarse:min-h-11"
          >
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
