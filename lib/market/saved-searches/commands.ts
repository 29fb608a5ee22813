import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canRespond } from '@/lib/market/certifications/rules';
import { canLook, filterWords, searchOf, writeSearch } from '@/lib/market/open-requests/rules';
import { isOpen } from '@/lib/market/open-requests/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { matchRequest } from './jobs';
import { SAVED_SEARCH_COMMANDS } from './rights';
import { anchorsOf, canKeep, canSave } from './rules';
import type { EditSearch, RemoveSearch, SaveSearch } from './schema';
import * as store from './store';

/** Keeps a search under a name. What it asks is worked out here once, not for each request that is posted. */
export async function saveSearch(
  tx: Tx,
  actor: Actor,
  input: SaveSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, SAVED_SEARCH_COMMANDS.save);
  const person = personOf(actor);
  insist(canLook(person));
  const search = searchOf(input.query);
  insist(canKeep(search));
  insist(canSave(await store.countSearches(tx, person.personId)));
  const words = await store.writtenOut(tx, { text: search.q, filters: filterWords(search) });
  const shares = await store.sharesOfWords(tx);
  // A word that is not among the frequent ones is rare; a fact, where nothing is known yet, is not.
  const anchors = anchorsOf(words, (word) => shares.get(word) ?? (word.startsWith('#') ? 0.1 : 0));
  const at = await tx.now();
  const { id } = await store.insertSearch(tx, {
    personId: person.personId,
    name: input.name,
    query: writeSearch(search),
    pace: input.pace,
    words,
    anchors,
    at,
  });
  await audit(tx, actor, at, { action: 'savedSearches.save', object: 'saved_search', id });
  return { savedSearchId: id };
}

/** Another name or another pace for a search of one's own. */
export async function editSearch(
  tx: Tx,
  actor: Actor,
  input: EditSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, SAVED_SEARCH_COMMANDS.edit);
  const { id } = await store.searchById(tx, personOf(actor).personId, input.savedSearchId);
  const at = await tx.now();
  await store.updateSearch(tx, input, at);
  const detail = { pace: input.pace };
  await audit(tx, actor, at, { action: 'savedSearches.edit', object: 'saved_search', id, detail });
  return { savedSearchId: id };
}

export async function removeSearch(
  tx: Tx,
  actor: Actor,
  input: RemoveSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, SAVED_SEARCH_COMMANDS.remove);
  const { id } = await store.searchById(tx, personOf(actor).personId, input.savedSearchId);
  await store.deleteSearch(tx, id);
  const at = await tx.now();
  await audit(tx, actor, at, { action: 'savedSearches.remove', object: 'saved_search', id });
  return { savedSearchId: id };
}

/** A reaction to a request that everybody may find now, or to other words of one: a job looks whose saved search finds it. */
export async function noticeRequest(tx: Tx, _actor: Actor, input: { requestId: string }): Promise<void> {
  const { requestId } = input;
  if (await isOpen(tx, requestId)) await enqueue(tx, matchRequest, { requestId }, { key: requestId });
}

/** Finds the saved searches that a request answers. Twice is as good as once. */
export async function match(tx: Tx, actor: Actor, input: { requestId: string }): Promise<{ hits: number }> {
  authorise(actor, SAVED_SEARCH_COMMANDS.match);
  return { hits: await store.insertHits(tx, input.requestId, await tx.now()) };
}

/** Tells a person what their searches have found and is due: one notification for all. Who cannot answer is told nothing. */
export async function tellFound(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ told: number }> {
  authorise(actor, SAVED_SEARCH_COMMANDS.tell);
  const { personId } = input;
  const at = await tx.now();
  const hits = await store.claimDueHits(tx, personId, at);
  const standings = await store.standingsOf(tx, personId);
  if (hits.length === 0 || !standings.some((one) => canRespond(one.certifications, at) === null))
    return { told: 0 };
  const savedSearchIds = [...new Set(hits.map((hit) => hit.savedSearchId))];
  const requestIds = [...new Set(hits.map((hit) => hit.requestId))];
  tx.emit({ name: 'search.found', personId, savedSearchIds, requestIds });
  return { told: requestIds.length };
}
