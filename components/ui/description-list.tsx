import type { ReactNode } from 'react';
import { cn } from './cn';

export type DescriptionItem = { term: ReactNode; value: ReactNode };

type DescriptionListProps = {
  items: readonly DescriptionItem[];
  /** side: terms in a narrow column · rows: ruled rows for longer sentences, stacked on a phone. */
  layout?: 'side' | 'rows';
  className?: string;
};

/** Terms and what they are, such as the facts of a grant. */
export function DescriptionList({ items, layout = 'side', className }: DescriptionListProps) {
  if (layout === 'rows') {
    return (
      <dl className={cn('divide-y divide-line border-y border-line', className)}>
        {items.map(({ term, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once, on the server
          <div key={index} className="grid gap-x-4 py-2.25 text-sm sm:grid-cols-[8.5rem_minmax(0,1fr)]">
            <dt className="text-muted">{term}</dt>
            <dd dir="auto" className="min-w-0">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className={cn('grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.75 text-sm', className)}>
      {items.map(({ term, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once, on the server
        <div key={index} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{term}</dt>
          <dd dir="auto" className="min-w-0">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
