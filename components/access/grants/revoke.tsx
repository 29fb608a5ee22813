import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { revokeAccess } from '@/lib/access/grants/actions';

type RevokeProps = { grantId: string; expert: string; compact?: boolean };

/** The way out, at any moment, with what it does and does not do. */
export function Revoke({ grantId, expert, compact }: RevokeProps) {
  return (
    <Form
      action={revokeAccess}
      hidden={{ grantId }}
      label={`Revoke ${expert}'s access`}
      className="grid gap-2"
    >
      <div>
        <Submit variant="danger" size={compact ? 'sm' : undefined} pendingLabel="Revoking…">
          Revoke
        </Submit>
      </div>
      {compact ? null : (
        <p className="text-sm text-muted">
          Ends access now, including open sessions. You can't undo this: <bdi>{expert}</bdi> would have to
          request access again. The proposal stays as it is.
        </p>
      )}
    </Form>
  );
}
