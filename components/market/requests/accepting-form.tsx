import { placesInWords } from '@/components/market/responses/places';
import { Form } from '@/components/ui/form';
import { Switch } from '@/components/ui/switch';
import { setAccepting } from '@/lib/market/requests/actions';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import type { OwnRequest } from '@/lib/market/requests/queries';

/** **Accepting new responses**, on or off at once, and how many of its places are taken. */
export function AcceptingForm({ request }: { request: OwnRequest }) {
  const { slots, openCount, status } = request;
  const accepting = isAccepting(status);
  return (
    <Form
      action={setAccepting}
      hidden={{ requestId: request.id }}
      label="Accepting new responses"
      className="flex flex-wrap items-center gap-x-2 text-sm"
    >
      <Switch
        name="accepting"
        checked={accepting}
        label="Accepting new responses"
        className="items-center! gap-2.5"
      />
      <span className="text-muted">
        {accepting
          ? slots === null
            ? null
            : placesInWords(slots, openCount)
          : 'Experts can’t find this request.'}
      </span>
    </Form>
  );
}
