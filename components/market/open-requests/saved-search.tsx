import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { searchOf } from '@/lib/market/open-requests/rules';
import { editSearch, removeSearch } from '@/lib/market/saved-searches/actions';
import type { SavedSearch as Row } from '@/lib/market/saved-searches/queries';
import { PACE_LABELS, SEARCH_NAME } from '@/lib/market/saved-searches/schema';
import { paceOptions } from './save-search';
import { inWords } from './search-words';

/** A search that a person keeps: open it, rename it, tell it when to write, or let it go. */
export function SavedSearch({ search }: { search: Row }) {
  const savedSearchId = showId(search.id);
  return (
    <Card as="article" className="grid gap-2 px-4.5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-lg">
          <Link href={`/work?${search.query}`} className="hover:underline">
            <bdi>{search.name}</bdi>
          </Link>
        </h2>
        <Lamp tone={search.pace === 'off' ? 'ended' : 'go'}>{PACE_LABELS[search.pace]}</Lamp>
      </div>
      <p className="text-sm wrap-anywhere text-muted">{inWords(searchOf(search.query))}</p>
      <Details summary="Change">
        <Form
          action={editSearch}
          id={`search-${savedSearchId}`}
          hidden={{ savedSearchId }}
          label={`Change: ${search.name}`}
          className="grid items-end gap-3 sm:grid-cols-[1fr_14rem_auto]"
        >
          <Field name="name" label="Name" limit={SEARCH_NAME.max}>
            <Input defaultValue={search.name} autoComplete="off" />
          </Field>
          <Field name="pace" label="Tell me about new requests" hint="Also appears under the bell">
            <Select options={paceOptions} defaultValue={search.pace} />
          </Field>
          <Submit variant="secondary" pendingLabel="Saving…" className="sm:mb-5.5">
            Save changes
          </Submit>
        </Form>
        <Form
          action={removeSearch}
          hidden={{ savedSearchId }}
          label={`Remove: ${search.name}`}
          className="mt-3 flex flex-wrap items-center gap-3"
        >
          <Submit variant="danger" size="sm" pendingLabel="Removing…" aria-label={`Remove: ${search.name}`}>
            Remove search
          </Submit>
          <p className="text-sm text-muted">We stop emailing you about it. You can’t undo this.</p>
        </Form>
      </Details>
    </Card>
  );
}
