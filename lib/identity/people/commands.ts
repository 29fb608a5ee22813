import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canBeNamed, sameName } from '@/lib/identity/names/rules';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { PERSON_COMMANDS } from './rights';
import { canRename, canSuspend } from './rules';
import type { FindPerson, Rename, Suspend, Theme } from './schema';
import * as store from './store';

/** Changes one's own name and time zone. The look is a matter of the browser: the door keeps it in a cookie. */
export async function rename(tx: Tx, actor: Actor, input: Rename): Promise<{ theme: Theme }> {
  authorise(actor, PERSON_COMMANDS.rename);
  const { personId } = personOf(actor);
  const { name, timeZone, theme, requeue } = input;
  const before = await store.lockedName(tx, personId);
  if (name !== before) insist(canBeNamed({ name }, 'person', env.OPERATOR_NAME));
  const renamed = !sameName(before, name);
  if (renamed) insist(canRename({ verified: await store.countVerified(tx, personId), agreed: requeue }));
  await store.updateName(tx, { personId, name, timeZone });
  await audit(tx, actor, await tx.now(), { action: 'people.rename', object: 'person', id: personId });
  if (renamed) tx.emit({ name: 'person.renamed', personId });
  tx.emit({ name: 'person.edited', personId });
  return { theme };
}

/** A reaction to a profile that was edited: it asks for the time zone as well. */
export async function setTimeZone(
  tx: Tx,
  _actor: Actor,
  input: { personId: string; timeZone: string },
): Promise<void> {
  await store.updateTimeZone(tx, input);
}

/** Finds one person by their whole address: an admin helps somebody who wrote, and does not browse. It is noted who looked. */
export async function find(tx: Tx, actor: Actor, input: FindPerson): Promise<{ personId: string }> {
  authorise(actor, PERSON_COMMANDS.find);
  const person = await store.personByEmail(tx, input.email);
  if (!person) {
    const message = 'No one has this address. Enter the full address; upper and lower case don’t matter.';
    throw new Refusal(no('not_found', message, { email: message }));
  }
  const { id: personId } = person;
  await audit(tx, actor, await tx.now(), { action: 'people.find', object: 'person', id: personId });
  return { personId };
}

/**
 * Suspends a person everywhere, or lifts it. They stay signed in, so that they read why nothing works; every command
 * refuses them. The reason is kept in the audit, for admins.
 */
export async function suspend(
  tx: Tx,
  actor: Actor,
  input: Suspend,
): Promise<{ personId: string; suspended: boolean }> {
  authorise(actor, PERSON_COMMANDS.suspend);
  const { personId, suspended, reason } = input;
  const person = await store.lockedPerson(tx, personId);
  insist(
    canSuspend(
      { id: person.id, suspended: person.suspendedAt !== null },
      { suspended, by: personOf(actor).personId },
    ),
  );
  const at = await tx.now();
  await store.updateSuspended(tx, personId, suspended ? at : null);
  if (suspended) await announce(tx, { what: 'session', personIds: [personId] });
  const action = suspended ? 'people.suspend' : 'people.unsuspend';
  await audit(tx, actor, at, { action, object: 'person', id: personId, detail: { reason } });
  tx.emit({ name: suspended ? 'person.suspended' : 'person.restored', personId });
  return { personId, suspended };
}
