import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { saveSearch } from '@/lib/market/saved-searches/actions';
import { PACE_LABELS, SEARCH_NAME } from '@/lib/market/saved-searches/schema';

export const paceOptions = Object.entries(PACE_LABELS).map(([value, label]) => ({ value, label }));

/** Keeps the search of the page under a name. */
export function SaveSearch({ query, suggested }: { query: string; suggested: string }) {
  return (
    <Details summary="Save this search" className="mb-3">
      <Form
        action={saveSearch}
        creates
        id="save-search"
        hidden={{ query }}
        label="Save this search"
        className="grid items-end gap-3 sm:grid-cols-[1fr_14rem_auto]"
      >
        <Field name="name" label="Name" limit={SEARCH_NAME.max}>
          <Input defaultValue={suggested} autoComplete="off" />
        </Field>
        <Field name="pace" label="Tell me about new requests" hint="Also appears under the bell">
          <Select options={paceOptions} defaultValue="immediate" />
        </Field>
        <Submit pendingLabel="Saving…" className="sm:mb-5.5">
          Save search
        </Submit>
      </Form>
    </Details>
  );
}
