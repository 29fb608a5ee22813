import { Callout } from '@/components/ui/callout';
import { Link } from '@/components/ui/link';
import type { MembersPage } from '@/lib/identity/members/queries';
import { InvitationList, InviteForm } from './invitations';
import { LeaveForm } from './leave';
import { MemberList } from './members';

const DONE: Record<string, string> = {
  invited: 'The invitation is on its way.',
  again: 'The invitation is on its way again.',
};

type MembersProps = { tenant: MembersPage; timeZone: string; done?: string };

/** Everything about the members of one customer or company, the same for both. */
export function Members({ tenant, timeZone, done }: MembersProps) {
  return (
    <div className="grid gap-5">
      {done && DONE[done] ? (
        <Callout tone="go" role="status">
          {DONE[done]}
        </Callout>
      ) : null}
      <MemberList tenant={tenant} timeZone={timeZone} />
      {tenant.manages ? (
        <>
          <InvitationList tenant={tenant} timeZone={timeZone} />
          <InviteForm tenant={tenant} />
        </>
      ) : (
        <p className="text-sm text-muted">
          Owners invite members and give rights.{' '}
          <Link href="/guide/rights" className="underline">
            What each right allows
          </Link>
        </p>
      )}
      {tenant.closed ? null : <LeaveForm tenant={tenant} />}
    </div>
  );
}
