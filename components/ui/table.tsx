import type { ReactNode } from 'react';
import { cn } from './cn';

export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  align?: 'right';
  /** Names the row: bold, and the title of the card on a phone. */
  main?: boolean;
  /** Actions: no label on a phone. */
  bare?: boolean;
  className?: string;
};

type TableProps<Row> = {
  /** What the table holds; heard, and seen only with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of an empty table: an `EmptyState`. */
  empty?: ReactNode;
  className?: string;
};

/** A table that becomes a list of cards under 640 px. Roles are spelled out, since `display` takes them away there. */
export function Table<Row>({
  caption,
  showCaption,
  columns,
  rows,
  rowKey,
  empty,
  className,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: the elements are right; cards on a phone would lose their roles
    // biome-ignore-start lint/a11y/noRedundantRoles: as above
    <table role="table" className={cn('w-full text-sm max-sm:block sm:border-collapse', className)}>
      <caption className={showCaption ? 'pb-2 text-left font-medium max-sm:block' : 'sr-only'}>
        {caption}
      </caption>
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.head}
              role="columnheader"
              scope="col"
              className={cn(
                'border-b border-line-strong px-3 py-2 text-xs font-medium text-faint',
                column.align === 'right' ? 'text-right' : 'text-left',
                column.className,
              )}
            >
              {column.bare ? <span className="sr-only">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:grid max-sm:gap-2.5">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="max-sm:grid max-sm:gap-1.5 max-sm:rounded-lg max-sm:border max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-3 sm:hover:bg-sunken/60"
          >
            {columns.map((column) => (
              <td
                key={column.head}
                role="cell"
                className={cn(
                  'min-w-0 align-baseline sm:border-b sm:border-line sm:px-3 sm:py-2',
                  column.align === 'right' && 'sm:text-right',
                  column.main && 'font-medium max-sm:order-first max-sm:text-base',
                  !column.main &&
                    !column.bare &&
                    'max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-3',
                  column.className,
                )}
              >
                {column.main || column.bare ? null : (
                  <span aria-hidden="true" className="text-faint sm:hidden">
                    {column.head}
                  </span>
                )}
                <span dir="auto" className="max-sm:min-w-0">
                  {column.cell(row)}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
    // biome-ignore-end lint/a11y/useSemanticElements: as above
  );
}
