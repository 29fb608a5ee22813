import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import type { OwnRequest } from '@/lib/market/requests/queries';
import { budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';
import { serviceName } from '@/lib/market/tags/rules';
import { Difference } from './difference';

type Edit = OwnRequest['edits'][number];
type Texts = Pick<Edit, 'title' | 'description' | 'budget' | 'location'> &
  Partial<Pick<Edit, 'services' | 'regions'>>;

const list = (names: readonly string[] = []) => names.join(', ') || 'none';

/** What one edit changed, and nothing of what it left alone. */
function changesOf(before: Texts, after: Texts) {
  const facts = [
    { term: 'Title', before: before.title, after: after.title },
    { term: 'Needs', before: before.description, after: after.description },
    { term: 'Budget', before: budgetInWords(before.budget), after: budgetInWords(after.budget) },
    { term: 'Location', before: LOCATION_LABELS[before.location], after: LOCATION_LABELS[after.location] },
    {
      term: 'Services',
      before: list(before.services?.map(serviceName)),
      after: list(after.services?.map(serviceName)),
    },
    {
      term: 'Regions',
      before: list(before.regions),
      after: list(after.regions),
    },
  ];
  return facts
    .filter((fact) => fact.before !== fact.after)
    .map(({ term, ...texts }) => ({ term, value: <Difference {...texts} /> }));
}

type EditHistoryProps = {
  edits: readonly (Texts & Pick<Edit, 'id' | 'at' | 'by'>)[];
  /** What it says now. */
  current: Texts;
  timeZone: string;
  now: Date;
  id?: string;
};

/** What each edit of a request changed, the latest first. Nothing where there was none. */
export function EditHistory({ edits, current, timeZone, now, id }: EditHistoryProps) {
  if (edits.length === 0) return null;
  return (
    <details id={id} className="group rounded-md border border-line px-4 py-2.5 text-sm">
      <summary className="font-medium">
        Edited {edits.length === 1 ? 'once' : `${edits.length} times`}
        <span className="font-normal text-muted group-open:hidden"> · show changes</span>
      </summary>
      <ol className="mt-3 grid gap-4">
        {edits.map((edit, index) => (
          <li key={edit.id} className="grid gap-1.5 border-t border-line pt-3">
            <p className="text-muted">
              <bdi>{edit.by}</bdi> edited it on <Instant at={edit.at} timeZone={timeZone} now={now} />:
            </p>
            <DescriptionList items={changesOf(edit, edits[index - 1] ?? current)} />
          </li>
        ))}
      </ol>
    </details>
  );
}
