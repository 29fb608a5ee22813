import type { ReactNode } from 'react';
import { Residual } from '@/components/access/permission-requests/meaning';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { CodeBlock, Mono } from '@/components/ui/code';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import { Instant } from '@/components/ui/instant';
import { showAccount } from '@/lib/access/connections/rules';
import { isFailed, isOutOfReach, isStuck } from '@/lib/access/grants/lifecycle';
import { CAUSE_WORDS } from '@/lib/access/grants/rules';
import type { AccessView } from '@/lib/access/page/queries';
import { STUCK_MINUTES } from '@/lib/access/proofs/rules';
import { EndProof } from './end-proof';
import { Incidents } from './incidents';

type Grant = NonNullable<AccessView['grant']>;
type EndedProps = { access: AccessView; grant: Grant; timeZone: string };

/** From the moment the end begins: what is known, and what is proven. Before all else on the page, across its width. */
export function HowItEnded({ access, grant, timeZone }: EndedProps) {
  return (
    <Card title={titleOf(grant)} level={2} large className="mb-6 sm:px-6 sm:py-5">
      <p className="mb-4 text-sm text-muted">{sentenceOf(access, grant, timeZone)}</p>
      {grant.steps.length > 0 ? (
        <EndProof steps={grant.steps} status={grant.status} timeZone={timeZone} />
      ) : null}
    </Card>
  );
}

/** What is wrong, and what is left for the customer to do. */
export function EndedAccess({ access, grant, timeZone }: EndedProps) {
  return (
    <>
      <Incidents grant={grant} now={access.now} timeZone={timeZone} />
      {grant.problem ? <Problem access={access} grant={grant} /> : null}
      {isFailed(grant.status) ? null : (
        <Card title="What may be left behind" level={2}>
          <p className="mb-2 text-sm text-muted">
            Ending access stops what the expert can do. It doesn't undo what was done:
          </p>
          <Residual level={access.level} />
        </Card>
      )}
    </>
  );
}

function titleOf(grant: Grant): string {
  switch (grant.status) {
    case 'revoking':
      return 'Access is ending';
    case 'denied':
      return 'Access is blocked';
    case 'revoked':
      return 'Access has ended';
    case 'failed':
      return "We couldn't create the role";
    case 'denied_not_deleted':
      return 'Denied, but the role still exists';
    default:
      return 'We can no longer see the account';
  }
}

function sentenceOf(access: AccessView, grant: Grant, timeZone: string): ReactNode {
  const account = access.account ? showAccount(access.account.awsAccountId) : '';
  const { now } = access;
  switch (grant.status) {
    case 'revoking':
      return 'No new sessions. We say “Denied · proven” only after AWS refuses a test session.';
    case 'denied':
      return (
        <>
          {access.proven
            ? 'AWS refuses every request, even in open sessions.'
            : 'AWSDenyAll is attached, and AWS lists it. No test call could prove that it works.'}{' '}
          {grant.seenAt ? (
            <>
              Last checked in AWS <Instant at={grant.seenAt} timeZone={timeZone} now={now} show="clock" />.{' '}
            </>
          ) : null}
          We delete the role after the last session expires
          {grant.heldUntil ? (
            <>
              {' '}
              at <Instant at={grant.heldUntil} timeZone={timeZone} now={now} show="clock" /> (in{' '}
              <Countdown until={grant.heldUntil.toISOString()} now={now.toISOString()} />)
            </>
          ) : null}
          . Until then, a session could outlive the deny.
        </>
      );
    case 'revoked':
      return (
        <>
          <Mono className="break-all">{grant.roleName}</Mono> no longer exists in account{' '}
          <Mono>{account}</Mono>. {endedBy(grant)} Each step was checked in AWS, not assumed.
        </>
      );
    case 'failed':
      return "No one had access. We checked with AWS: the role doesn't exist.";
    case 'denied_not_deleted':
      return 'Every request from the expert is refused. Only deleting the role failed.';
    default:
      return "No new sessions, but we don't know what the role can still do in AWS.";
  }
}

function endedBy(grant: Grant): string {
  if (!grant.revokeCause) return '';
  const words = CAUSE_WORDS[grant.revokeCause as keyof typeof CAUSE_WORDS];
  return grant.revokeCause === 'person' && grant.revokedBy ? `${grant.revokedBy} revoked it.` : `${words}.`;
}

/** What is wrong, and what the customer can do about it without us. */
function Problem({ access, grant }: { access: AccessView; grant: Grant }) {
  const lost = isOutOfReach(grant.status);
  const stuck = isStuck(grant.status);
  const commands = commandsFor(grant);
  return (
    <Callout tone="stop" title={lost || stuck ? 'What to do' : 'What happened'} role="alert">
      <p>{grant.problem}</p>
      {access.side === 'customer' && (lost || stuck) ? (
        <div className="mt-2 grid gap-2">
          <p>
            {lost
              ? "Find the role in the AWS console under IAM, Roles, or with these commands, and delete it. Then create the stack again, or fix its roles, and verify the connection. We look for the role and prove that it's gone."
              : `Remove what was added, in the AWS console under IAM, Roles, or with these commands. We check every ${STUCK_MINUTES} minutes, then delete the role.`}
          </p>
          <CodeBlock label="AWS CLI" action={<CopyButton text={commands} />}>
            {commands}
          </CodeBlock>
        </div>
      ) : null}
    </Callout>
  );
}

function commandsFor({ roleName, status }: Grant): string {
  const role = `--role-name ${roleName}`;
  if (isOutOfReach(status))
    return [
      `aws iam get-role ${role}`,
      `aws iam attach-role-policy ${role} --policy-arn arn:aws:iam::aws:policy/AWSDenyAll`,
      `aws iam list-attached-role-policies ${role}`,
      `aws iam detach-role-policy ${role} --policy-arn <each of them, AWSDenyAll last>`,
      `aws iam delete-role ${role}`,
    ].join('\n');
  return [
    `aws iam list-role-policies ${role}`,
    `aws iam delete-role-policy ${role} --policy-name <each of them>`,
    `aws iam list-instance-profiles-for-role ${role}`,
    `aws iam remove-role-from-instance-profile ${role} --instance-profile-name <each of them>`,
  ].join('\n');
}
