import { Trash2 } from 'lucide-react';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { dropDraft } from '@/lib/market/drafts/actions';
import type { DraftLine } from '@/lib/market/drafts/queries';

type DraftListProps = { drafts: readonly DraftLine[]; timeZone: string; now: Date };

/** Requests that are still being written, to go on with or to remove. Nothing where there is none. */
export function DraftList({ drafts, timeZone, now }: DraftListProps) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" className="mb-5 grid gap-2">
      <h2 id="drafts" className="text-base">
        Drafts
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
          >
            <span className="grid min-w-0 flex-1">
              <Link
                href={`/requests/new?draft=${showId(draft.id)}`}
                className="truncate font-medium hover:underline"
              >
                <bdi>{draft.title}</bdi>
              </Link>
              <span className="text-sm text-muted">
                Saved <Instant at={draft.updatedAt} timeZone={timeZone} now={now} show="ago" />. Only you see
                it.
              </span>
            </span>
            <Form
              action={dropDraft}
              hidden={{ draftId: draft.id }}
              label={`Remove the draft: ${draft.title}`}
            >
              <Submit variant="quiet" size="sm" aria-label={`Remove the draft: ${draft.title}`}>
                <Trash2 aria-hidden="true" className="size-3.5" />
                Remove
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
