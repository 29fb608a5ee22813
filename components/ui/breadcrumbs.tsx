import { cn } from './cn';
import { Link } from './link';

export type Crumb = { label: string; href: string };

/** The way back up. The page itself is not a crumb: its heading says where one is. */
export function Breadcrumbs({ crumbs, className }: { crumbs: readonly Crumb[]; className?: string }) {
  return (
    <nav aria-label="Breadcrumbs" className={cn('min-w-0 text-sm', className)}>
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1.5">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex min-w-0 items-center gap-1.5">
            {index === 0 ? null : (
              <span aria-hidden="true" className="text-faint">
                /
              </span>
            )}
            <Link href={crumb.href} className="truncate py-1 text-muted hover:text-ink hover:underline">
              <bdi>{crumb.label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
