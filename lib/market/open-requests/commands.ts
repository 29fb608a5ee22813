import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canRespond } from '@/lib/market/experts/rules';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { anchorsOf } from './anchors';
import { matchRequest } from './jobs';
import { OPEN_REQUEST_COMMANDS } from './rights';
import { canKeep, canLook, canSave, filterWords, searchOf, writeSearch } from './rules';
import type { EditSearch, MarkRequest, RemoveSearch, SaveSearch } from './schema';
import * as store from './store';

/** Bookmarks a request, hides it from one's own list, or neither. The same again changes nothing. */
export async function mark(
  tx: Tx,
  actor: Actor,
  input: MarkRequest,
): Promise<{ requestId: string; mark: MarkRequest['mark'] }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.mark);
  const person = personOf(actor);
  insist(canLook(person));
  const { id: requestId, customerId } = await store.requestToMark(tx, person, input.requestId);
  const at = await tx.now();
  await store.keepMark(tx, { personId: person.personId, requestId }, input.mark, at);
  const detail = { mark: input.mark };
  await audit(tx, actor, at, { action: 'feed.mark', object: 'request', id: requestId, customerId, detail });
  return { requestId, mark: input.mark };
}

/** Keeps a search under a name. What it asks is worked out here once, not for each request that is posted. */
export async function saveSearch(
  tx: Tx,
  actor: Actor,
  input: SaveSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.saveSearch);
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
  const { id } = await store.addSearch(tx, {
    personId: person.personId,
    name: input.name,
    query: writeSearch(search),
    pace: input.pace,
    words,
    anchors,
    at,
  });
  await audit(tx, actor, at, { action: 'feed.saveSearch', object: 'saved_search', id });
  return { savedSearchId: id };
}

/** Another name or another pace for a search of one's own. */
export async function editSearch(
  tx: Tx,
  actor: Actor,
  input: EditSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.editSearch);
  const { id } = await store.searchById(tx, personOf(actor).personId, input.savedSearchId);
  const at = await tx.now();
  await store.rewriteSearch(tx, input, at);
  const detail = { pace: input.pace };
  await audit(tx, actor, at, { action: 'feed.editSearch', object: 'saved_search', id, detail });
  return { savedSearchId: id };
}

export async function removeSearch(
  tx: Tx,
  actor: Actor,
  input: RemoveSearch,
): Promise<{ savedSearchId: string }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.removeSearch);
  const { id } = await store.searchById(tx, personOf(actor).personId, input.savedSearchId);
  await store.dropSearch(tx, id);
  const at = await tx.now();
  await audit(tx, actor, at, { action: 'feed.removeSearch', object: 'saved_search', id });
  return { savedSearchId: id };
}

/** A reaction to a request that everybody may find now: open lists are told, and a job looks whose saved search finds it. */
export async function noticeOpened(tx: Tx, _actor: Actor, input: { requestId: string }): Promise<void> {
  if (!(await store.isOpen(tx, input.requestId))) return;
  await announce(tx, { what: 'work', requestId: input.requestId });
  await enqueue(tx, matchRequest, { requestId: input.requestId }, { key: input.requestId });
}

/** A reaction to other words of a request: whose saved search finds it only now is told of it too. */
export async function noticeEdited(tx: Tx, _actor: Actor, input: { requestId: string }): Promise<void> {
  if (!(await store.isOpen(tx, input.requestId))) return;
  await enqueue(tx, matchRequest, { requestId: input.requestId }, { key: input.requestId });
}

/** Finds the saved searches that a request answers. Twice is as good as once. */
export async function match(tx: Tx, actor: Actor, input: { requestId: string }): Promise<{ hits: number }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.match);
  return { hits: await store.keepHits(tx, input.requestId, await tx.now()) };
}

/** Tells a person what their searches have found and is due: one notification for all. Who cannot answer is told nothing. */
export async function tellFound(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ told: number }> {
  authorise(actor, OPEN_REQUEST_COMMANDS.tell);
  const { personId } = input;
  const at = await tx.now();
  const hits = await store.takeDueHits(tx, personId, at);
  const standings = await store.standingsOf(tx, personId);
  if (hits.length === 0 || !standings.some((one) => canRespond(one.certifications, at) === null))
    return { told: 0 };
  const savedSearchIds = [...new Set(hits.map((hit) => hit.savedSearchId))];
  const requestIds = [...new Set(hits.map((hit) => hit.requestId))];
  tx.emit({ name: 'search.found', personId, savedSearchIds, requestIds });
  return { told: requestIds.length };
}
