import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

/** Says with which account an invitation is answered, where it went to another address than the account's own. */
export function AnswersAs({ invited, own }: { invited: string; own: string }) {
  return (
    <Callout
      tone="wait"
      title="This invitation went to another email address"
      action={
        <ButtonLink href="/api/auth/signout" size="sm">
          Sign out
        </ButtonLink>
      }
    >
      It went to <b className="break-all">{invited}</b>. You’re signed in as{' '}
      <b className="break-all">{own}</b>, and you accept or decline with this account. To use another account,
      sign out and open the link again.
    </Callout>
  );
}
