import { type No, no } from '@/lib/core/refusal';
import { HOUR, MINUTE } from '@/lib/core/time';
import type { ConnectionEvent, ConnectionState } from './lifecycle';
import { isConnected, isVerifying, isWaiting } from './lifecycle';
import type { Check } from './schema';

export const ROLE_WORDS: Record<Check['role'], { name: string; does: string }> = {
  revoker: { name: 'GroundcrewRevoker', does: 'ends access and reads CloudTrail' },
  grantor: { name: 'GroundcrewGrantor', does: "creates an expert's role within the boundary" },
};

/** What each test tries, and what it must find. */
export const CHECK_WORDS: Record<Check['kind'], string> = {
  without: 'Without an ExternalId: AWS must refuse',
  wrong: 'With a wrong ExternalId: AWS must refuse',
  right: "With this account's ExternalId: AWS must allow it",
  account: 'Account ID: must be the one you entered',
  end: "Attach AWSDenyAll to a role that doesn't exist: AWS must allow it",
  watch: 'Look up a CloudTrail event: AWS must allow it',
};

/** How long until the roles of an account with live access are tried again, where nothing else tries them before. */
export const LOOK_AGAIN = { connectedMs: HOUR, lostMs: MINUTE } as const;

/** What the result of a check means for a connection in this state; null where it changes nothing. */
export function eventOf(status: ConnectionState, refusal: string | null): ConnectionEvent | null {
  if (isVerifying(status)) return refusal ? 'refuse' : 'connect';
  if (isConnected(status)) return refusal ? 'lose' : null;
  return refusal || isWaiting(status) ? null : 'find';
}

const AGAIN = "Create the stack again from our template, and don't change its values.";

/** Why the account is not connected, in plain sentences; null where every test passed. */
export function refusalOf(checks: readonly Omit<Check, 'at'>[]): string | null {
  const failed = checks.find((check) => check.outcome !== 'passed');
  if (!failed) return null;
  const role = ROLE_WORDS[failed.role].name;
  if (failed.outcome === 'tooOpen') {
    const how = failed.kind === 'without' ? 'without our ExternalId' : 'with a wrong ExternalId';
    return `AWS let us assume the role ${role} ${how}, so its trust policy is too open. ${AGAIN}`;
  }
  if (failed.outcome === 'refused' && (failed.kind === 'end' || failed.kind === 'watch')) {
    const what = failed.kind === 'end' ? 'end access' : 'read CloudTrail';
    return `AWS doesn't let the role ${role} ${what} (${failed.code ?? 'refused'}). Someone changed its policy, or your organization's policy forbids it. ${AGAIN}`;
  }
  if (failed.outcome === 'wrongAccount')
    return `The role ${role} is in a different account. Create the stack in the account whose ID you entered.`;
  if (failed.outcome === 'refused')
    return `We can't assume the role ${role} (${failed.code ?? 'refused'}). The stack doesn't exist yet, or someone changed a value. ${AGAIN} Wait for CREATE_COMPLETE in AWS, then choose Verify again.`;
  return `We couldn't ask AWS about the role ${role} (${failed.code ?? 'no reply'}). We don't know of anything wrong. Choose Verify again in a minute.`;
}

/** Whether AWS gave a clear answer to everything that was asked: only then does a failed test say that a connection is lost. */
export function isClear(checks: readonly Omit<Check, 'at'>[]): boolean {
  return checks.every((check) => check.outcome !== 'unknown');
}

/** Verifying is asked for by a person; while it runs there is nothing to ask. */
export function canVerify(connection: { status: ConnectionState }): No | null {
  return isVerifying(connection.status)
    ? no('conflict', "We're already verifying this connection. The result appears here in a moment.")
    : null;
}

/** The ExternalId is shown only until the account is connected: afterwards nobody needs it. */
export function canShowExternalId(connection: { status: ConnectionState }): No | null {
  return isConnected(connection.status)
    ? no('conflict', 'This account is connected, so we no longer show its ExternalId.')
    : null;
}

/** The account that the broker works from: whoever controls it can enter every customer's, so nobody is let into it. */
export function canConnect(awsAccountId: string, ours: readonly (string | null | undefined)[]): No | null {
  if (!ours.includes(awsAccountId)) return null;
  const message = 'This is the AWS account this site runs from. Enter the ID of your own account.';
  return no('invalid', message, { awsAccountId: message });
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Bytes for an ExternalId: five random bits of each make a letter, 160 bits in all (A4 asks for 128 or more). */
export const EXTERNAL_ID_BYTES = 32;

export function externalIdFrom(random: Uint8Array): string {
  if (random.length !== EXTERNAL_ID_BYTES) throw new RangeError('An ExternalId needs 32 random bytes');
  return Array.from(random, (byte) => ALPHABET[byte & 31]).join('');
}

export function showAccount(awsAccountId: string): string {
  return awsAccountId.replace(/(\d{4})(?=\d)/g, '$1 ');
}
