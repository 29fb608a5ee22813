import { isConnected } from '@/lib/access/connections/lifecycle';
import { externalIdOf } from '@/lib/access/connections/store';
import { isActive } from '@/lib/access/grants/lifecycle';
import { CALL_MS, canOpenSession, regionFor, SESSION_MS, sessionNameOf } from '@/lib/access/grants/rules';
import type { Purpose } from '@/lib/access/grants/schema';
import { lockedGrant } from '@/lib/access/grants/store';
import { CUT_OFF, triedWithin, WAY_OUT } from '@/lib/access/grants/way-out';
import { certificationsOf, isEntitled } from '@/lib/access/standing/store';
import { found, insist, no, Refusal } from '@/lib/core/refusal';
import { VENDOR } from '@/lib/core/rights';
import { later } from '@/lib/core/time';
import { canRespond } from '@/lib/market/certifications/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { insertSession, regionsAsked, updateSession } from './store';

/**
 * The row before the call: whatever AWS does with it, revoking counts this session, to the worst case. The person is
 * whom the web named; everything that matters about them is looked up anew.
 */
export async function beginSession(tx: Tx, input: { grantId: string; personId: string; purpose: Purpose }) {
  const grant = await lockedGrant(tx, input.grantId);
  const at = await tx.now();
  const entitled = await isEntitled(tx, grant, input.personId);
  const certified = canRespond(await certificationsOf(tx, grant.expertId), at);
  insist(canOpenSession({ grant, proposal: grant.proposal, entitled, certified }, at));
  if (!triedWithin(grant, WAY_OUT.mostMs, at))
    throw new Refusal(no('conflict', 'Something changed while we opened the session. Try again.'));
  const { externalId } = found(await externalIdOf(tx, grant.connectionId), 'connection');
  const row = await insertSession(tx, {
    grantId: grant.id,
    personId: input.personId,
    purpose: input.purpose,
    sessionName: sessionNameOf(grant.id, grant.expertId),
    issuedAt: at,
    expiresAt: later(at, SESSION_MS + CALL_MS),
  });
  return {
    sessionId: row.id,
    expertId: grant.expertId,
    accountId: grant.connection.awsAccountId,
    roleArn: found(grant.roleArn, 'role'),
    region: regionFor(await regionsAsked(tx, grant.proposal.conversationId)),
    externalId,
  };
}

/** Hands over only what is still active: otherwise AWS's answer is dropped, and the row stays and counts. */
export async function finishSession(
  tx: Tx,
  input: { grantId: string; sessionId: string; personId: string; accessKeyId: string },
): Promise<void> {
  const grant = await lockedGrant(tx, input.grantId);
  if (!isActive(grant.status))
    throw new Refusal(no('conflict', 'This access ended while we opened the session.'));
  if (!isConnected(grant.connection.status)) throw new Refusal(CUT_OFF);
  const { sessionId, accessKeyId } = input;
  const at = await tx.now();
  // An hour from now by our own clock: AWS's answer is here, so its hour began earlier, whatever its clock says.
  const expiresAt = later(at, SESSION_MS);
  await updateSession(tx, sessionId, { status: 'issued', accessKeyId, expiresAt });
  await audit(tx, VENDOR, at, {
    action: 'grants.sessionIssued',
    object: 'grant',
    id: grant.id,
    customerId: grant.customerId,
    companyId: grant.companyId,
    detail: { accessKeyId, personId: input.personId, expiresAt: expiresAt.toISOString() },
  });
}

/** AWS has said no: there is no session, and nothing to wait for. Not for a call whose answer was lost. */
export async function failSession(tx: Tx, input: { sessionId: string }): Promise<void> {
  await updateSession(tx, input.sessionId, { status: 'failed' });
}
