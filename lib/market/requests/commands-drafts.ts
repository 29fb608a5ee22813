import { found, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { DAY, earlier } from '@/lib/core/time';
import { once } from '@/lib/platform/db/once';
import type { Tx } from '@/lib/platform/db/transaction';
import { REQUEST_COMMANDS } from './rights';
import { DRAFT_DAYS, MOST_DRAFTS } from './rules';
import type { BeginRequest, OfDraft, SaveDraft } from './schema';
import * as store from './store-drafts';

/** Keeps what was typed on the first page, so that it outlives signing in. `own`: it is a signed-in person's. */
export async function begin(
  tx: Tx,
  actor: Actor,
  input: BeginRequest,
): Promise<{ draftId: string; own: boolean }> {
  authorise(actor, REQUEST_COMMANDS.begin);
  const { draftHash } = input;
  if (!draftHash)
    throw new Refusal(no('invalid', 'This browser does not keep cookies, so nothing can be kept for it.'));
  const personId = actor.kind === 'person' ? actor.personId : null;
  if (personId && input.continues !== 'yes') await makeRoom(tx, personId);
  const { id } = await store.keepBegun(tx, {
    ...input,
    draftHash,
    continues: input.continues === 'yes',
    personId,
    at: await tx.now(),
  });
  return { draftId: id, own: personId !== null };
}

/** Saves a request that is being written, as far as it is: found again by its person in any browser. */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft): Promise<{ draftId: string }> {
  authorise(actor, REQUEST_COMMANDS.saveDraft);
  const { personId } = personOf(actor);
  const { draftId: known, draftHash, key, ...texts } = input;
  const at = await tx.now();
  const add = async () => {
    await makeRoom(tx, personId);
    return { draftId: (await store.addDraft(tx, { ...texts, personId, at })).id };
  };
  // Where the answer to the first saving was lost, the next one goes on with the draft that it made.
  const begun = () => (key ? once(tx, { personId, command: 'requests.saveDraft', key }, add) : add());
  const draftId = known ?? (await begun()).draftId;
  found((await store.rewriteDraft(tx, { ...texts, draftId, draftHash, personId, at })) || null, 'draft');
  return { draftId };
}

export async function dropDraft(tx: Tx, actor: Actor, input: OfDraft): Promise<{ draftId: string }> {
  authorise(actor, REQUEST_COMMANDS.dropDraft);
  const { personId } = personOf(actor);
  found((await store.removeDraft(tx, { draftId: input.draftId, personId })) || null, 'draft');
  return { draftId: input.draftId };
}

/** The clock: what nobody came back to goes. */
export async function forgetDrafts(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, REQUEST_COMMANDS.forgetDrafts);
  const at = await tx.now();
  return store.forgetDrafts(tx, earlier(at, DRAFT_DAYS * DAY));
}

export async function makeRoom(tx: Tx, personId: string): Promise<void> {
  if ((await store.countDrafts(tx, personId)) >= MOST_DRAFTS)
    throw new Refusal(
      no('conflict', `You have ${MOST_DRAFTS} drafts. Post one of them, or remove one under Requests.`),
    );
}
