import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import type { OwnRequest } from '@/lib/requests/queries';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/requests/schema';

type Edits = readonly Pick<
  OwnRequest['edits'][number],
  'id' | 'at' | 'by' | 'title' | 'description' | 'budget' | 'location'
>[];

type EditHistoryProps = { edits: Edits; timeZone: string; now: Date; id?: string };

/** What a request said before each of its edits. Nothing where there was none. */
export function EditHistory({ edits, timeZone, now, id }: EditHistoryProps) {
  if (edits.length === 0) return null;
  return (
    <details id={id} className="group rounded-md border border-line px-4 py-2.5 text-sm">
      <summary className="font-medium">
        Edited {edits.length === 1 ? 'once' : `${edits.length} times`}
        <span className="font-normal text-muted group-open:hidden"> · show what it said before</span>
      </summary>
      <ol className="mt-3 grid gap-4">
        {edits.map((edit) => (
          <li key={edit.id} className="grid gap-1.5 border-t border-line pt-3">
            <p className="text-muted">
              Until {edit.by} edited it on <Instant at={edit.at} timeZone={timeZone} now={now} />:
            </p>
            <DescriptionList
              items={[
                { term: 'Title', value: edit.title },
                {
                  term: 'Needs',
                  value: <span className="whitespace-pre-wrap wrap-anywhere">{edit.description}</span>,
                },
                { term: 'Budget', value: BUDGET_LABELS[edit.budget] },
                { term: 'Location', value: LOCATION_LABELS[edit.location] },
              ]}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
