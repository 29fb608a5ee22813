import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { verifyConnection } from '@/lib/access/connections/actions';
import { type ConnectionState, isConnected, isWaiting } from '@/lib/access/connections/lifecycle';

type VerifyProps = { connectionId: string; status: ConnectionState };

/** The stack may say that it is done; only trying the roles tells. */
export function Verify({ connectionId, status }: VerifyProps) {
  const first = isWaiting(status);
  return (
    <Form
      action={verifyConnection}
      hidden={{ connectionId }}
      label="Verify the connection"
      className="grid gap-2"
    >
      <div>
        <Submit variant={isConnected(status) ? 'secondary' : 'primary'} pendingLabel="Verifying…">
          {first ? 'Verify' : 'Verify again'}
        </Submit>
      </div>
    </Form>
  );
}
