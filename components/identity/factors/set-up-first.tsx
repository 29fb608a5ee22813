import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { enrolAuthenticator } from '@/lib/identity/factors/actions';
import { APP_SECONDS } from '@/lib/identity/factors/rules';
import { AddPasskey } from './passkey-buttons';

/** For whoever has nothing to confirm with yet: through setting it up, and then back to where they came from. */
export function SetUpFirst({ next, suggested }: { next: string | null; suggested: string }) {
  return (
    <Card title="Set up a way to confirm first" tone="turn" level={2}>
      <p className="mb-3">
        It takes a minute, and you do it once. We never confirm AWS access or larger amounts by email: anyone
        who reads your email could do that.
      </p>
      <AddPasskey next={next} suggested={suggested} />
      <p className="my-4 border-t border-line pt-4 text-muted">
        Or use an app on your phone that shows a new code every {APP_SECONDS} seconds:
      </p>
      <Form action={enrolAuthenticator} hidden={next ? { next } : {}} label="Set up an authenticator app">
        <Submit variant="secondary" pendingLabel="Setting up…" className="justify-self-start">
          Set up an authenticator app
        </Submit>
      </Form>
    </Card>
  );
}
