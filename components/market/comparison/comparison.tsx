import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { isUnanswered } from '@/lib/job/proposals/lifecycle';
import { photoPath } from '@/lib/market/photos/rules';
import { comparisonRows, type Row } from './comparison-rows';

type ComparisonProps = { answers: readonly Answer[]; requestId: string; now: Date };

/**
 * How many stand side by side, as classes: the page's policy takes no style of an element's own. Two halve a phone; of more, each
 * is so narrow that the third looks in.
 */
const COLUMNS: Record<number, string> = {
  2: '[--columns:2] [--column:50cqw]',
  3: '[--columns:3] [--column:9.25rem]',
  4: '[--columns:4] [--column:9.25rem]',
};

/**
 * Answers side by side: a real table. Under 640 px each row is a grid whose label stands above its cells; what does not fit is
 * swiped to inside the table's own frame, names in view. Roles are spelled out, since `display` takes them away there.
 */
export function Comparison({ answers, requestId, now }: ComparisonProps) {
  const { rows, left } = comparisonRows(answers, now);
  const row = 'max-sm:grid max-sm:grid-cols-[repeat(var(--columns),var(--column))]';
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: the elements are right; a grid on a phone would lose their roles
    // biome-ignore-start lint/a11y/noRedundantRoles: as above
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <>
      <div
        role="region"
        aria-label="Comparison, scrolls sideways"
        tabIndex={0}
        className="@container relative max-sm:-mx-4 max-sm:max-h-[78dvh] max-sm:snap-x max-sm:scroll-pl-4 max-sm:overflow-auto max-sm:overscroll-x-contain sm:rounded-lg sm:border sm:border-line sm:bg-surface sm:shadow-md"
      >
        <table
          role="table"
          className={cn(
            'w-full text-sm max-sm:block max-sm:w-max max-sm:min-w-full max-sm:px-2 sm:table-fixed',
            COLUMNS[answers.length],
          )}
        >
          <caption className="sr-only">
            Responses side by side. Where one is plainly the best of a row, a word says so.
          </caption>
          <thead
            role="rowgroup"
            className="sticky z-20 bg-surface max-sm:top-0 max-sm:block max-sm:bg-page sm:top-(--bar) [&_td,&_th]:bg-inherit"
          >
            <tr role="row" className={cn(row, 'bg-inherit')}>
              <td
                role="cell"
                className="hidden w-36 rounded-tl-lg border-b border-line-strong sm:table-cell lg:w-44"
              />
              {answers.map((answer) => (
                <th
                  key={answer.id}
                  role="columnheader"
                  scope="col"
                  className="snap-start border-b border-line-strong px-2 py-3 text-left align-top font-normal last:rounded-tr-lg sm:px-3"
                >
                  <Person answer={answer} requestId={requestId} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-sm:block">
            {rows.map((one) => (
              <tr key={one.label} role="row" className={row}>
                <th
                  role="rowheader"
                  scope="row"
                  className="border-line text-left align-top text-xs font-normal text-muted max-sm:col-span-full max-sm:border-t max-sm:pt-2.5 sm:border-b sm:px-4 sm:py-3"
                >
                  <span className="max-sm:sticky max-sm:left-4 max-sm:ml-2 max-sm:inline-block">
                    {one.label}
                  </span>
                </th>
                {one.cells.map((cell, at) => (
                  <Cell key={answers[at]!.id} row={one} at={at}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.length ? (
        <p className="mt-3 text-sm text-muted">Left out because no one gave it: {listed(left)}.</p>
      ) : null}
    </>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
    // biome-ignore-end lint/a11y/useSemanticElements: as above
  );
}

const listed = (words: readonly string[]) => new Intl.ListFormat('en-US', { type: 'unit' }).format(words);

/** Who stands at the head of a column, and the one way on: the proposal as soon as there is one, until then the talk. */
function Person({ answer, requestId }: { answer: Answer; requestId: string }) {
  const { company, expertName: name, proposal } = answer;
  return (
    <div className="grid gap-2">
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} photo={photoPath(answer.photo)} className="max-lg:hidden" />
        <div className="min-w-0">
          <Link
            href={`/requests/${showId(requestId)}?response=${showId(answer.id)}#response-${showId(answer.id)}`}
            className="block font-medium hover:underline"
          >
            <bdi>{name}</bdi>
          </Link>
          <span className="block text-xs text-muted">
            {company.freelancer ? 'Freelancer' : <bdi>{company.name}</bdi>}
          </span>
        </div>
      </div>
      {proposal ? (
        <ButtonLink
          href={`/proposals/${showId(proposal.id)}`}
          size="sm"
          variant={isUnanswered(proposal.status) ? 'primary' : 'secondary'}
          className="justify-self-start"
          aria-label={`Open ${name}’s proposal`}
        >
          Open proposal
        </ButtonLink>
      ) : (
        <ButtonLink
          href={`/conversations/${showId(answer.id)}`}
          size="sm"
          className="justify-self-start"
          aria-label={`Chat with ${name}`}
        >
          Chat
        </ButtonLink>
      )}
    </div>
  );
}

function Cell({ row, at, children }: { row: Row; at: number; children: ReactNode }) {
  const best = row.best?.at === at ? row.best.word : null;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: as above
    <td
      role="cell"
      dir={row.long ? 'auto' : undefined}
      className={cn(
        'border-line align-top wrap-anywhere max-sm:px-1 max-sm:pb-1.5 sm:border-b sm:px-1.5 sm:py-1.5',
        children === null && 'text-muted',
      )}
    >
      <span
        className={cn(
          'block px-1 py-1 sm:px-1.5 sm:py-1.5',
          row.long && 'whitespace-pre-wrap',
          best && 'rounded-md bg-go-soft',
        )}
      >
        {children ?? row.none}
        {best ? <span className="ml-2 text-xs font-medium text-go">{best}</span> : null}
      </span>
    </td>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}
