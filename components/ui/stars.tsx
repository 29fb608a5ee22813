import { cn } from './cn';
import { starPath } from './star-shape';

const five = [0, 1, 2, 3, 4];

function Row({ className }: { className: string }) {
  return (
    <g className={className}>
      {five.map((at) => (
        <path key={at} d={starPath} transform={`translate(${at * 20} 0)`} />
      ))}
    </g>
  );
}

type StarsProps = {
  /** 1 to 5, fractions shown as part of a star. Null: nobody has reviewed yet. */
  rating: number | null;
  count?: number;
  /** One star and the number, for rows. */
  short?: boolean;
  className?: string;
};

/** A rating as stars and as words. The number is always there: stars alone cannot be told apart at a glance. */
export function Stars({ rating, count, short, className }: StarsProps) {
  if (rating === null) return <span className={cn('text-sm text-muted', className)}>New here</span>;
  const value = rating.toFixed(1);
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-sm whitespace-nowrap', className)}>
      {short ? (
        <svg viewBox="0 0 20 20" width="13" height="13" aria-hidden="true" className="fill-star">
          <path d={starPath} />
        </svg>
      ) : (
        <svg viewBox="0 0 100 20" width="75" height="15" aria-hidden="true">
          <Row className="fill-line-strong" />
          <svg width={rating * 20} height="20" overflow="hidden" aria-hidden="true">
            <Row className="fill-star" />
          </svg>
        </svg>
      )}
      <span>
        <span className="font-medium">{value}</span>
        <span className="sr-only"> of 5</span>
      </span>
      {count === undefined ? null : (
        <span className="text-muted">
          <span aria-hidden="true">· </span>
          {count.toLocaleString('en')}
          <span className="sr-only"> {count === 1 ? 'review' : 'reviews'}</span>
        </span>
      )}
    </span>
  );
}
