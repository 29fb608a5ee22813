import { buttonLook } from '@/components/ui/button-look';
import { Disclosure } from '@/components/ui/disclosure';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { revokeAccess } from '@/lib/access/grants/actions';

type RevokeProps = { grantId: string; expert: string };

/** The way out, at any moment, with what it does and does not do. */
export function Revoke({ grantId, expert }: RevokeProps) {
  return (
    <Form
      action={revokeAccess}
      hidden={{ grantId }}
      label={`Revoke ${expert}'s access`}
      className="grid gap-2"
    >
      <div>
        <Submit variant="danger" pendingLabel="Revoking…">
          Revoke
        </Submit>
      </div>
      <p className="text-sm text-muted">
        Ends access now, including open sessions. You can't undo this: <bdi>{expert}</bdi> would have to
        request access again. The proposal stays as it is.
      </p>
    </Form>
  );
}

/** The same beside a conversation, where a press is easily a slip: asks once, in place, also without JavaScript. */
export function RevokeHere({ grantId, expert }: RevokeProps) {
  return (
    <Disclosure
      className="open:w-full"
      summary="Revoke"
      label={`Revoke ${expert}’s access`}
      summaryClassName={buttonLook('danger', 'sm')}
    >
      <Form
        action={revokeAccess}
        hidden={{ grantId }}
        label={`Confirm that ${expert}’s access ends`}
        className="mt-2 grid gap-2 rounded-md border border-stop-line bg-stop-soft p-3"
      >
        <p className="text-sm">
          End <bdi>{expert}</bdi>’s access now, with open sessions? You can’t undo this.
        </p>
        <div>
          <Submit variant="danger-solid" size="sm" pendingLabel="Revoking…">
            Revoke access
          </Submit>
        </div>
      </Form>
    </Disclosure>
  );
}
