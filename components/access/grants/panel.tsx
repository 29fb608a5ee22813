import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Mono } from '@/components/ui/code';
import { Countdown } from '@/components/ui/countdown';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { showAccount } from '@/lib/access/connections/rules';
import { isActive, isLeftToCustomer, isLive, isOpen } from '@/lib/access/grants/lifecycle';
import type { AccessRow, JobAccess } from '@/lib/access/overview/queries';
import { isAsked } from '@/lib/access/permission-requests/lifecycle';
import { showId } from '@/lib/core/id';
import type { Person } from '@/lib/core/rights';
import { mayProceed } from '@/lib/core/step-up';
import { RevokeHere } from './revoke';
import { SessionButtons } from './sessions';
import { AccessLamp } from './state';

type PanelProps = { data: JobAccess | null; viewer: Person; conversationId: string };

/** Access in this job: what waits or runs as a card each, what is over in a list, and the way to ask. */
export function AccessPanel({ data, viewer, conversationId }: PanelProps) {
  if (!data || (data.rows.length === 0 && !data.askFor)) return null;
  const open = data.rows.filter(isStanding);
  const over = data.rows.filter((row) => !isStanding(row));
  return (
    <>
      {open.map((row) => (
        <AccessCard key={row.id} row={row} data={data} viewer={viewer} />
      ))}
      {open.length === 0 && data.askFor ? (
        <Card title="Access">
          <p className="mb-3 text-sm text-muted">
            Need to work in the customer's AWS account? Request a permission level that fits the job.
          </p>
          <ButtonLink href={`/conversations/${showId(conversationId)}/permission`}>Request access</ButtonLink>
        </Card>
      ) : null}
      {over.length > 0 ? (
        <div className="px-1">
          <Details summary={`Earlier access (${over.length})`}>
            <ul className="grid gap-2 text-sm">
              {over.map((row) => (
                <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <Link href={`/access/${showId(row.id)}`} className="underline">
                    {row.level}
                  </Link>
                  <AccessLamp {...row} plain />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      ) : null}
    </>
  );
}

function isStanding({ status, grantStatus }: AccessRow): boolean {
  return grantStatus ? isLive(grantStatus) : isAsked(status);
}

function AccessCard({ row, data, viewer }: { row: AccessRow; data: JobAccess; viewer: Person }) {
  const { grantId, grantStatus, account, endsAt } = row;
  const href = `/access/${showId(row.id)}`;
  const decides = isAsked(row.status) && data.mayDecide;
  const live = isOpen(grantStatus);
  const stuck = isLeftToCustomer(grantStatus);
  return (
    <Card
      title={decides ? `${row.expert} requests access` : 'Access'}
      tone={decides ? 'turn' : stuck ? 'stop' : undefined}
      aside={<AccessLamp {...row} mine={decides} plain />}
    >
      <p className="font-medium">{row.level}</p>
      <p className="text-sm text-muted">
        {live && endsAt ? (
          <>
            <Countdown until={endsAt.toISOString()} now={data.now.toISOString()} suffix="left" /> ·{' '}
          </>
        ) : null}
        {account ? (
          <>
            <bdi>{account.label}</bdi> <Mono>{showAccount(account.awsAccountId)}</Mono>
          </>
        ) : (
          <bdi>{row.expert}</bdi>
        )}
      </p>
      {live && endsAt ? (
        <p className="text-sm text-muted">
          Ends with the job, or by <Instant at={endsAt} timeZone={viewer.timeZone} now={data.now} />.
        </p>
      ) : null}
      {grantId && isActive(grantStatus) && !row.cutOff && row.expertPersonId === viewer.personId ? (
        <div className="mt-3">
          <SessionButtons grantId={grantId} confirm={mayProceed(viewer, 'access')?.confirm ?? null} />
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href={href} variant={decides || stuck ? 'primary' : 'secondary'} size="sm">
          {decides ? 'Review access request' : stuck ? 'See what to do' : live ? 'Activity' : 'Details'}
        </ButtonLink>
        {grantId && live && data.mayRevoke ? <RevokeHere grantId={grantId} expert={row.expert} /> : null}
      </div>
    </Card>
  );
}
