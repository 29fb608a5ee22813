import { checkNow } from '@/lib/access/checks/handlers';
import { ROLE_DENIED, ROLE_GONE } from '@/lib/access/grants/way-out';
import { no, Refusal } from '@/lib/core/refusal';
import { VENDOR } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import { log } from '@/lib/platform/log/logger';
import { enter, type Place } from '@/lib/vendors/aws/entry';
import type { AwsOutcome } from '@/lib/vendors/aws/problem';
import { mayEnd, mayWatch, wayOut } from '@/lib/vendors/aws/way-out';
import { cutOff, noteWayOut, toTryWayOut } from './commands';

type Asked = { grantId: string; personId: string };

/**
 * Before a session is asked for: what could neither be ended nor watched is not begun. What was found holds for a minute.
 * Where AWS refuses, the connection is tried as a whole, which tells both sides.
 */
export async function ensureWayOut(asked: Asked, callId: string): Promise<void> {
  const due = await perform(VENDOR, (tx) => toTryWayOut(tx, asked), { callId });
  if (!due) return;
  const { grantId } = asked;
  const revoker = await enter(due, 'revoker');
  const found = revoker.ok ? await wayOut(revoker.value, due.role) : revoker;
  if (found.ok && found.value === 'open') {
    await perform(VENDOR, (tx) => noteWayOut(tx, VENDOR, { grantId }), { callId });
    return;
  }
  if (found.ok) {
    const problem = found.value === 'gone' ? ROLE_GONE : ROLE_DENIED;
    await perform(VENDOR, (tx) => cutOff(tx, VENDOR, { grantId, problem }), { callId });
    throw new Refusal(no('conflict', problem));
  }
  const { kind, code } = found.problem;
  if (kind === 'denied') {
    log().error({ grantId, code }, 'an access can no longer be ended');
    await checkNow(due.connectionId, callId);
    // Refuses with the sentence of what was found.
    await perform(VENDOR, (tx) => toTryWayOut(tx, asked), { callId });
  }
  throw new Refusal(
    no(
      'upstream',
      `We couldn't confirm with AWS that we can end this access (${code}), so no session opened. Try again in a minute.`,
    ),
  );
}

/** Before a role is made: that it could be ended and watched. There is no role to look at yet. */
export async function mayMakeRole(place: Place): Promise<AwsOutcome<void>> {
  const revoker = await enter(place, 'revoker');
  if (!revoker.ok) return revoker;
  const end = await mayEnd(revoker.value, place.partition);
  return end.ok ? mayWatch(revoker.value) : end;
}
