import type { z } from 'zod';
import type { RefusalCode } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { NOBODY } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { transaction } from '@/lib/platform/db/transaction';
import { type Limit, spend } from '@/lib/platform/limits/limit';
import { coarseNetwork } from '@/lib/platform/limits/network';
import { log } from '@/lib/platform/log/logger';
import { metrics } from '@/lib/platform/metrics/metrics';
import type { Outcome } from './outcome';
import { pass } from './pass';
import { refusalOf } from './perform';
import type { Call } from './registry';

type Refused = Extract<Outcome<never>, { ok: false }>;

/** A code or a passkey that was not right: the command counts it, so it is an outcome there and a refusal to whoever waits. */
export type Wrong = {
  message: string;
  /** Where the sentence belongs; the whole form where it is left out. */
  field?: string;
  /** What the attempt was at, where nobody is signed in: a session or a sign-in that is still open. */
  about?: string;
};

/** Whoever knocks, where, and from where. */
export type Knock<Value> = {
  callId: string;
  /** As the trusted proxy names it; null where that is not known. */
  network: string | null;
  /** Who it is, where that is known before the viewer is read: then what is too much costs nothing else. */
  known?: Who;
  /** Asked inside, so that what goes wrong there is answered as well. */
  viewer: () => Promise<Viewer>;
  limits: readonly Limit[];
  input: (viewer: Viewer) => Promise<unknown>;
  wrong?: (value: Value) => Wrong | null;
};

/** What all doors do: who is it, may they knock so often, the call itself; and what was refused is noted. */
export async function knock<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  { callId, network, known, viewer: readViewer, limits, input, wrong }: Knock<Value>,
): Promise<Outcome<Value>> {
  let viewer: Viewer = NOBODY;
  const note = (code: Noted, more: object = {}) =>
    noteRefusal(
      { door: call.may.name, callId, viewer: viewer === NOBODY ? (known ?? viewer) : viewer, network },
      code,
      more,
    );
  try {
    if (!known) viewer = await readViewer();
    for (const limit of limits) await spend(limit, keyOf(known ?? viewer, network, limit));
    if (known) viewer = await readViewer();
    const outcome = await pass(call, viewer, await input(viewer), callId);
    if (!outcome.ok) {
      await keepFailedCheck(call.may.name, viewer, outcome, { callId, network });
      note(outcome.code);
      return outcome;
    }
    const mistake = wrong?.(outcome.value);
    if (!mistake) return outcome;
    const { message, field, about } = mistake;
    note('wrong', about ? { about } : {});
    return { ok: false, code: 'invalid', message, ...(field ? { fields: { [field]: message } } : {}) };
  } catch (error) {
    const outcome = refusalOf(error, call.may.name, callId);
    note(outcome.code);
    return outcome;
  }
}

type Noted = RefusalCode | 'wrong' | 'bug';
type Who = { kind: 'nobody' } | { kind: 'person'; personId: string; sessionId: string };
type Refusing = { door: string; callId: string; viewer: Who; network: string | null };

/** Every refusal is counted by door and code, and logged with who was refused and from where. A bug has logged itself. */
export function noteRefusal(
  { door, callId, viewer, network }: Refusing,
  code: Noted,
  more: object = {},
): void {
  metrics().refusals.inc({ door, code });
  if (code === 'bug') return;
  const who =
    viewer.kind === 'person'
      ? { personId: viewer.personId, sessionId: viewer.sessionId }
      : { personId: null };
  log().info({ door, callId, code, ...who, network, ...more }, 'refused');
}

/** Doors at which somebody who is signed in proves with a factor that it is them. */
const FACTOR_CHECKS: readonly string[] = [
  'auth.confirm',
  'auth.confirmByPasskey',
  'auth.confirmAuthenticator',
];
/** Refused before a factor was looked at. */
const NOT_CHECKED: readonly string[] = ['invalid', 'unauthenticated', 'bug'];

/**
 * A factor that was refused is kept in the audit. The call's own transaction is gone with whatever it wrote, so this is
 * another one. (What a command has found wrong is no refusal there: it keeps and counts that itself.)
 */
async function keepFailedCheck(
  door: string,
  viewer: Viewer,
  outcome: Refused,
  { callId, network }: { callId: string; network: string | null },
): Promise<void> {
  if (viewer.kind !== 'person' || !FACTOR_CHECKS.includes(door) || NOT_CHECKED.includes(outcome.code)) return;
  const detail = { code: outcome.code, network: network && coarseNetwork(network) };
  const entry = { action: `${door}Failed`, object: 'person', id: viewer.personId, detail };
  await transaction(async (tx) => audit(tx, viewer, await tx.now(), entry), { callId });
}

/** Who pays for a limited call: the person, the network, or the person in this network. */
export function keyOf(who: Who, network: string | null, limit: Limit): string {
  const from = `ip:${network ?? 'unknown'}`;
  if (who.kind !== 'person' || limit.network === true) return from;
  return limit.network === 'apart' ? `${who.personId} ${from}` : who.personId;
}
