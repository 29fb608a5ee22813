import { ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { comparisonRows } from './comparison-rows';

type ComparisonProps = {
  answers: readonly Answer[];
  requestId: string;
  now: Date;
  /** Whom the request was settled with; null: there is a choice. */
  chosenId: string | null;
};

/** How many stand side by side, as classes: the page's policy takes no style of an element's own. */
const COLUMNS: Record<number, string> = {
  2: '[--columns:2]',
  3: '[--columns:3]',
  4: '[--columns:4]',
};

/**
 * Answers side by side: a real table. Under 640 px each row is a grid whose label stands above its cells, so that a pair
 * fits; more are swiped inside the table's own frame. Roles are spelled out, since `display` takes them away there.
 */
export function Comparison({ answers, requestId, now, chosenId }: ComparisonProps) {
  const rows = comparisonRows(answers, now);
  const row = 'max-sm:grid max-sm:grid-cols-[repeat(var(--columns),max(9.75rem,50cqw))]';
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: the elements are right; a grid on a phone would lose their roles
    // biome-ignore-start lint/a11y/noRedundantRoles: as above
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div
      role="region"
      aria-label="Comparison, scrolls sideways"
      tabIndex={0}
      className="@container relative max-sm:-mx-4 max-sm:max-h-[78dvh] max-sm:snap-x max-sm:snap-mandatory max-sm:overflow-auto sm:overflow-x-auto sm:rounded-lg sm:border sm:border-line sm:bg-surface sm:shadow-md"
    >
      <table
        role="table"
        className={cn(
          'w-full text-sm max-sm:block max-sm:w-max max-sm:min-w-full sm:table-fixed',
          COLUMNS[answers.length],
        )}
      >
        <caption className="sr-only">Responses side by side. Rows that differ are marked “differs”.</caption>
        <thead
          role="rowgroup"
          className="max-sm:sticky max-sm:top-0 max-sm:z-20 max-sm:block max-sm:bg-surface"
        >
          <tr role="row" className={row}>
            <td role="cell" className="hidden w-40 border-b border-line-strong sm:table-cell" />
            {answers.map((answer) => (
              <th
                key={answer.id}
                role="columnheader"
                scope="col"
                className="snap-start border-b border-line-strong px-3 py-2.5 text-left align-top font-normal max-sm:px-4"
              >
                <span className="block font-semibold">
                  <bdi>{answer.expertName}</bdi>
                </span>
                <span className="block text-xs text-muted">
                  <bdi>{answer.company.name}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map(({ label, cells, differs, long }) => (
            <tr key={label} role="row" className={cn(row, differs ? 'bg-accent-soft/40' : 'text-muted')}>
              <th
                role="rowheader"
                scope="row"
                className="border-line px-3 text-left align-top text-xs font-medium text-faint max-sm:col-span-full max-sm:border-t max-sm:px-0 max-sm:pt-2 sm:border-b sm:py-2.5"
              >
                <span className="inline-flex items-center gap-1.5 max-sm:sticky max-sm:left-4 max-sm:w-max">
                  {differs ? (
                    <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-accent" />
                  ) : null}
                  {label}
                  {differs ? <span className="sr-only">, differs</span> : null}
                </span>
              </th>
              {cells.map((cell, place) => (
                <td
                  key={answers[place]!.id}
                  role="cell"
                  dir={long ? 'auto' : undefined}
                  className={cn(
                    'border-line px-3 align-top wrap-anywhere text-ink max-sm:px-4 max-sm:pb-2 sm:border-b sm:py-2.5',
                    long && 'whitespace-pre-wrap',
                  )}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
          <tr role="row" className={row}>
            <th role="rowheader" scope="row" className="text-left max-sm:sr-only">
              <span className="sr-only">Next step</span>
            </th>
            {answers.map((answer) => (
              <td key={answer.id} role="cell" className="px-3 py-3 align-top max-sm:px-4">
                <span className="flex flex-wrap gap-2">
                  <ButtonLink
                    href={`/conversations/${showId(answer.id)}`}
                    size="sm"
                    aria-label={`Chat with ${answer.expertName}`}
                  >
                    Chat
                  </ButtonLink>
                  {chosenId === null ? (
                    <ButtonLink
                      href={`/requests/${showId(requestId)}/choose?answer=${showId(answer.id)}`}
                      size="sm"
                      variant="primary"
                      aria-label={`Choose ${answer.expertName}`}
                    >
                      Choose
                    </ButtonLink>
                  ) : null}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
    // biome-ignore-end lint/a11y/useSemanticElements: as above
  );
}
