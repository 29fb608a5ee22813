import { ButtonLink } from './button';
import { cn } from './cn';

type PaginationProps = {
  /** Addresses of the neighbouring pages (keyset cursors inside); absent at the ends. */
  previous?: string | null;
  next?: string | null;
  previousLabel?: string;
  nextLabel?: string;
  /** "51 to 100 of 1,204", or how many are shown. */
  shown?: string;
  /** What is paged: "Activity". */
  label: string;
  className?: string;
};

export function Pagination({
  previous,
  next,
  previousLabel = 'Previous',
  nextLabel = 'Next',
  shown,
  label,
  className,
}: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={`${label}: pages`}
      className={cn('flex flex-wrap items-center justify-between gap-3 py-3', className)}
    >
      <span className="text-sm text-muted">{shown}</span>
      <span className="flex gap-2">
        {previous ? (
          <ButtonLink href={previous} rel="prev" size="sm">
            ← {previousLabel}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink href={next} rel="next" size="sm">
            {nextLabel} →
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  );
}
