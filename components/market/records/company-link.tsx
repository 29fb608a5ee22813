import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';

type CompanyLinkProps = {
  company: { id: string; name: string };
  /** The company's own, never one of its people's. */
  rating?: { average: number; count: number } | null;
  className?: string;
};

/** A company, where its people are spoken of: its mark, its name, and its stars under its own name. */
export function CompanyLink({ company, rating, className = 'link' }: CompanyLinkProps) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar name={company.name} size="xs" square />
      <Link href={`/companies/${showId(company.id)}`} className={`min-w-0 truncate ${className}`}>
        <bdi>{company.name}</bdi>
      </Link>
      {rating ? (
        <span className="whitespace-nowrap">
          {rating.average.toFixed(1)} · {rating.count}
          <span className="sr-only"> {rating.count === 1 ? 'review' : 'reviews'} of the company</span>
        </span>
      ) : null}
    </span>
  );
}
