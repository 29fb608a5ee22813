import { GRANTOR_NAME, REVOKER_NAME } from '@/lib/policies/template';
import { type Broker, callerAccount } from './broker';
import type { AwsOutcome, AwsProblemKind } from './problem';
import { mayEnd, mayWatch } from './way-out';

export type ConnectionRole = 'revoker' | 'grantor';
export type CheckName =
  | 'withoutExternalId'
  | 'wrongExternalId'
  | 'rightExternalId'
  | 'rightAccount'
  | 'mayEnd'
  | 'mayWatch';

/**
 * One question that was put to AWS, and when. `tooOpen`: AWS let us in where it must not. `refused`: it did not let
 * us in where it should. `unknown`: no answer that says either.
 */
export type ConnectionCheck = {
  role: ConnectionRole;
  name: CheckName;
  at: Date;
  outcome: 'passed' | 'tooOpen' | 'refused' | 'wrongAccount' | 'unknown';
  code?: string;
};

export type Verification = {
  /** The roles that passed all their checks. */
  verified: ConnectionRole[];
  checks: ConnectionCheck[];
};

export type Verify = {
  accountId: string;
  partition: string;
  externalId: string;
  /** A random ExternalId that belongs to nobody. */
  wrongExternalId: string;
  roles: ConnectionRole[];
};

const SESSION = 'groundcrew-verify';
const SHORTEST_SECONDS = 900;
const roleNames: Record<ConnectionRole, string> = { revoker: REVOKER_NAME, grantor: GRANTOR_NAME };

export function connectionRoleArn(accountId: string, role: ConnectionRole, partition: string): string {
  return `arn:${partition}:iam::${accountId}:role/${roleNames[role]}`;
}

/**
 * Whether the stack in the customer's account does what it should: it must refuse us without the ExternalId and with
 * a wrong one, let us in with the right one, and be in the account that was named; and the revoker must be able to end
 * access and to read the trail. Later checks of a role are left out once an earlier one failed.
 */
export async function verifyConnection(broker: Broker, input: Verify): Promise<Verification> {
  const checks: ConnectionCheck[] = [];
  const verified: ConnectionRole[] = [];
  for (const role of input.roles) {
    const own = await verifyRole(broker, input, role);
    checks.push(...own);
    if (own.every((check) => check.outcome === 'passed')) verified.push(role);
  }
  return { verified, checks };
}

async function verifyRole(broker: Broker, input: Verify, role: ConnectionRole): Promise<ConnectionCheck[]> {
  const roleArn = connectionRoleArn(input.accountId, role, input.partition);
  const checks: ConnectionCheck[] = [];
  const add = (name: CheckName, outcome: ConnectionCheck['outcome'], code?: string) => {
    checks.push({ role, name, at: new Date(), outcome, ...(code ? { code } : {}) });
    return outcome === 'passed';
  };
  const negative: [CheckName, string | undefined][] = [
    ['withoutExternalId', undefined],
    ['wrongExternalId', input.wrongExternalId],
  ];
  for (const [name, externalId] of negative) {
    const tried = await broker.assume({
      roleArn,
      sessionName: SESSION,
      durationSeconds: SHORTEST_SECONDS,
      ...(externalId === undefined ? {} : { externalId }),
    });
    if (tried.ok ? !add(name, 'tooOpen') : !add(name, refusal(tried.problem.kind), tried.problem.code))
      return checks;
  }
  const right = await broker.assume({
    roleArn,
    sessionName: SESSION,
    durationSeconds: SHORTEST_SECONDS,
    externalId: input.externalId,
  });
  if (!right.ok) {
    add('rightExternalId', right.problem.kind === 'denied' ? 'refused' : 'unknown', right.problem.code);
    return checks;
  }
  add('rightExternalId', 'passed');
  const access = broker.configFor(right.value.credentials);
  const who = await callerAccount(access);
  if (!who.ok) add('rightAccount', 'unknown', who.problem.code);
  else if (!add('rightAccount', who.value.accountId === input.accountId ? 'passed' : 'wrongAccount'))
    return checks;
  if (role !== 'revoker') return checks;
  const can = (name: CheckName, tried: AwsOutcome<void>) =>
    tried.ok
      ? add(name, 'passed')
      : add(name, tried.problem.kind === 'denied' ? 'refused' : 'unknown', tried.problem.code);
  if (can('mayEnd', await mayEnd(access, input.partition))) can('mayWatch', await mayWatch(access));
  return checks;
}

/** Only a clear "denied" proves that the door was shut; a time-out proves nothing. */
function refusal(kind: AwsProblemKind): ConnectionCheck['outcome'] {
  return kind === 'denied' ? 'passed' : 'unknown';
}
