import { Form } from '@/components/ui/form';
import { Switch } from '@/components/ui/switch';
import { setAccepting } from '@/lib/market/requests/actions';
import { isAccepting, type RequestStatus } from '@/lib/market/requests/lifecycle';

/** **Accepting new responses**, on or off at once. */
export function AcceptingForm({ requestId, status }: { requestId: string; status: RequestStatus }) {
  const accepting = isAccepting(status);
  return (
    <Form action={setAccepting} hidden={{ requestId }} label="Accepting new responses">
      <Switch
        name="accepting"
        checked={accepting}
        label="Accepting new responses"
        description={
          <span className="max-sm:sr-only">
            {accepting
              ? 'Experts see this request and can respond.'
              : 'Experts can’t find this request. Turn it on again at any time.'}
          </span>
        }
      />
    </Form>
  );
}
