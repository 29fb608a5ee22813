import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Mono } from '@/components/ui/code';
import { Countdown } from '@/components/ui/countdown';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { showAccount } from '@/lib/access/connections/rules';
import { isActive, isProvisioning } from '@/lib/access/grants/lifecycle';
import { stopsSessions } from '@/lib/access/grants/way-out';
import type { AccessView } from '@/lib/access/page/queries';
import { showId } from '@/lib/core/id';
import type { Confirm } from '@/lib/core/refusal';
import { Incidents } from './incidents';
import { Revoke } from './revoke';
import { SessionButtons } from './sessions';

type Grant = NonNullable<AccessView['grant']>;
type LiveProps = { access: AccessView; grant: Grant; timeZone: string };

/** While somebody is in: until when, the way out, and for the expert the way in. */
export function LiveAccess({
  access,
  grant,
  timeZone,
  confirm,
}: LiveProps & {
  /** What the expert has to prove before a session. */
  confirm: Confirm | null;
}) {
  const { now, may, expert, customer, side } = access;
  const preparing = isProvisioning(grant.status);
  return (
    <>
      {preparing ? (
        <Callout tone="wait" title="Creating the role" role="status">
          This takes a few seconds in AWS. Access becomes active only after we test the role.
        </Callout>
      ) : null}
      {access.cutOff ? <CutOff access={access} /> : null}
      <Incidents grant={grant} now={now} timeZone={timeZone} />
      {grant.problem && isActive(grant.status) ? (
        <Callout
          tone="stop"
          title={stopsSessions(grant.problem) ? 'No new sessions' : 'The role in AWS has changed'}
          role="alert"
        >
          {grant.problem}
          {stopsSessions(grant.problem) ? '' : ' Undo the change in the AWS console, or revoke access.'}
        </Callout>
      ) : null}
      <Card
        title={preparing ? 'Preparing' : side === 'customer' ? `${expert} has access` : 'You have access'}
        level={2}
        aside={
          <span className="text-xl font-semibold">
            <Countdown
              until={grant.endsAt.toISOString()}
              now={now.toISOString()}
              suffix="left"
              over="ending"
            />
          </span>
        }
      >
        <p className="text-sm text-muted">
          Ends with the job, no later than <Instant at={grant.endsAt} timeZone={timeZone} now={now} />.
          {grant.sessions.alive > 0 && grant.sessions.lastEndsAt ? (
            <>
              {' '}
              {grant.sessions.alive === 1
                ? 'One session is open'
                : `${grant.sessions.alive} sessions are open, the last`}{' '}
              until <Instant at={grant.sessions.lastEndsAt} timeZone={timeZone} now={now} show="clock" />.
            </>
          ) : (
            ' No open sessions.'
          )}
        </p>
        <div className="mt-3 grid gap-4 empty:hidden">
          {may.openSession ? <SessionButtons grantId={grant.id} confirm={confirm} /> : null}
          {may.revoke ? <Revoke grantId={grant.id} expert={expert} /> : null}
          {side === 'company' && !may.openSession && !preparing && !access.cutOff ? (
            <p className="text-sm text-muted">
              Only <bdi>{expert}</bdi> can open a session, because <bdi>{customer}</bdi> gave access only to
              them.
            </p>
          ) : null}
        </div>
      </Card>
    </>
  );
}

/** The account is lost: what that means for the access, and what brings it back. */
function CutOff({ access: { side, customer, connection } }: { access: AccessView }) {
  return (
    <Callout
      tone="stop"
      title="We lost the connection to this AWS account"
      role="alert"
      action={
        side === 'customer' && connection ? (
          <ButtonLink href={`/connections/${showId(connection.id)}`} size="sm">
            Restore the connection
          </ButtonLink>
        ) : undefined
      }
    >
      {side === 'customer'
        ? "We can't end or watch this access, so no new sessions open. An open session can continue until it expires. To end access now, delete the role in AWS."
        : `No new sessions open until ${customer} restores it. We check every minute.`}
    </Callout>
  );
}

/** The facts of a grant that nobody needs at once. */
export function GrantFacts({ access, grant, timeZone }: LiveProps) {
  const { account, now, level, expert, company, customer, side } = access;
  const at = (instant: Date) => <Instant at={instant} timeZone={timeZone} now={now} />;
  return (
    <DescriptionList
      items={[
        { term: 'Level', value: level },
        { term: 'Expert', value: `${expert}, ${company}` },
        ...(side === 'company' ? [{ term: 'Customer', value: customer }] : []),
        ...(account
          ? [
              {
                term: 'AWS account',
                value: (
                  <>
                    <bdi>{account.label}</bdi> <Mono>{showAccount(account.awsAccountId)}</Mono>
                  </>
                ),
              },
            ]
          : []),
        { term: 'Accepted', value: at(grant.createdAt) },
        ...(grant.activeAt ? [{ term: 'Active', value: at(grant.activeAt) }] : []),
        ...(grant.seenAt ? [{ term: 'Last checked in AWS', value: at(grant.seenAt) }] : []),
        ...(grant.revokingAt ? [{ term: 'Ending since', value: at(grant.revokingAt) }] : []),
        ...(grant.deniedAt ? [{ term: 'Denied', value: at(grant.deniedAt) }] : []),
        ...(grant.revokedAt ? [{ term: 'Role gone', value: at(grant.revokedAt) }] : []),
        { term: 'Sessions issued', value: String(grant.sessions.given) },
        { term: 'Role', value: <Mono className="break-all">{grant.roleName}</Mono> },
      ]}
    />
  );
}
