import { found, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { memberOf } from '@/lib/core/scope';
import { DAY, earlier } from '@/lib/core/time';
import { ensureCustomer } from '@/lib/identity/customers/store';
import { canBeNamed } from '@/lib/identity/names/rules';
import { answererOf, canAskDirectly } from '@/lib/market/direct-requests/rules';
import { directTarget } from '@/lib/market/direct-requests/store';
import { nameContact, tellPages } from '@/lib/market/requests/commands';
import { REQUEST } from '@/lib/market/requests/lifecycle';
import { canPostFor, canPublish } from '@/lib/market/requests/rules';
import * as requests from '@/lib/market/requests/store';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import { madeBy, once, type Press } from '@/lib/platform/db/once';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { REQUEST_DRAFT_COMMANDS } from './rights';
import { DRAFT_DAYS, MOST_DRAFTS } from './rules';
import type { BeginDirect, BeginRequest, OfDraft, PostRequest, SaveDraft } from './schema';
import * as store from './store';

/** Publishes a request to experts, for one of the person's customers; their first is made where there is none. */
export async function post(tx: Tx, actor: Actor, input: PostRequest): Promise<{ requestId: string }> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.post);
  const person = personOf(actor);
  insist(canPublish(input));
  insist(canBeNamed({ contactName: input.contactName }, 'person', env.OPERATOR_NAME));
  const customerId = input.customerId ?? (await ensureCustomer(tx, person));
  // A customer that was made just now is not among the viewer's yet.
  if (input.customerId || person.customers.length > 0) insist(canPostFor(person, customerId));
  const at = await tx.now();
  const answerer = await answererFor(tx, input, { customerId, at });
  const { id } = await requests.insertRequest(tx, { ...input, customerId, postedBy: person.personId, at });
  await begin(tx, REQUEST, { id, actor, at });
  const { draftHash, key } = input;
  const draftId =
    input.draftId ?? (key && (await madeBy<{ draftId: string }>(tx, saving(person, key)))?.draftId);
  if (draftId) await store.deleteDraft(tx, { draftId, personId: person.personId, draftHash });
  await audit(tx, actor, at, { action: 'requests.post', object: 'request', id, customerId });
  if (answerer)
    tx.emit({ name: 'request.private', requestId: id, customerId, origin: 'direct', ...answerer });
  else tx.emit({ name: 'request.posted', requestId: id, customerId });
  nameContact(tx, person, id, input.contactEmail);
  await tellPages(tx, { id, customerId });
  return { requestId: id };
}

/** Who opens the conversation of a direct request; null for a request to everyone. */
async function answererFor(
  tx: Tx,
  { toCompanyId, toExpertId }: PostRequest,
  of: { customerId: string; at: Date },
): Promise<{ companyId: string; expertId: string } | null> {
  if (!toCompanyId) return null;
  const target = await directTarget(tx, toCompanyId);
  const ownPeople = await requests.shareMembers(tx, { customerId: of.customerId, companyId: toCompanyId });
  insist(canAskDirectly(target, toExpertId ?? null, of.at, ownPeople));
  const expert = answererOf(target!, toExpertId ?? null, of.at);
  return { companyId: toCompanyId, expertId: expert!.id };
}

/** Keeps what was typed on the first page, so that it outlives signing in. `own`: it is a signed-in person's. */
export async function beginRequest(
  tx: Tx,
  actor: Actor,
  input: BeginRequest,
): Promise<{ draftId: string; own: boolean }> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.begin);
  const { draftHash } = input;
  if (!draftHash)
    throw new Refusal(no('invalid', 'This browser doesn’t keep cookies, so we can’t save anything for it.'));
  const personId = actor.kind === 'person' ? actor.personId : null;
  if (personId && input.continues !== 'yes') await makeRoom(tx, personId);
  const { id } = await store.saveBegun(tx, {
    ...input,
    draftHash,
    continues: input.continues === 'yes',
    personId,
    at: await tx.now(),
  });
  return { draftId: id, own: personId !== null };
}

/** The saving of a form's draft, by the key that the form carries. */
const saving = ({ personId }: { personId: string }, key: string): Press => ({
  personId,
  command: 'requests.saveDraft',
  key,
});

/** Saves a request that is being written, as far as it is: found again by its person in any browser. */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft): Promise<{ draftId: string }> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.saveDraft);
  const { personId } = personOf(actor);
  const { draftId: known, draftHash, key, ...texts } = input;
  const at = await tx.now();
  const add = async () => {
    await makeRoom(tx, personId);
    return { draftId: (await store.insertDraft(tx, { ...texts, personId, at })).id };
  };
  // Where the answer to the first saving was lost, the next one goes on with the draft that it made.
  const begun = () => (key ? once(tx, saving({ personId }, key), add) : add());
  const draftId = known ?? (await begun()).draftId;
  found((await store.updateDraft(tx, { ...texts, draftId, draftHash, personId, at })) || null, 'draft');
  return { draftId };
}

export async function dropDraft(tx: Tx, actor: Actor, input: OfDraft): Promise<{ draftId: string }> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.dropDraft);
  const { personId } = personOf(actor);
  found((await store.deleteDraft(tx, { draftId: input.draftId, personId })) || null, 'draft');
  return { draftId: input.draftId };
}

/** The clock: what nobody came back to goes. */
export async function forgetDrafts(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.forgetDrafts);
  const at = await tx.now();
  return store.deleteForgotten(tx, earlier(at, DRAFT_DAYS * DAY));
}

async function makeRoom(tx: Tx, personId: string): Promise<void> {
  if ((await store.countDrafts(tx, personId)) >= MOST_DRAFTS)
    throw new Refusal(
      no('conflict', `You have ${MOST_DRAFTS} drafts. Post one, or remove one under Requests.`),
    );
}

/**
 * Begins a direct request on a public profile: whom it is for, and who asks. Kept as a draft, so that the address stands in no
 * URL and outlives signing in. `own`: it is a signed-in person's.
 */
export async function beginDirect(
  tx: Tx,
  actor: Actor,
  input: BeginDirect,
): Promise<{ draftId: string; own: boolean; companyId: string; expertId: string | null }> {
  authorise(actor, REQUEST_DRAFT_COMMANDS.beginDirect);
  const { companyId, expertId = null, draftHash, contactName, contactEmail } = input;
  insist(canBeNamed({ contactName }, 'person', env.OPERATOR_NAME));
  if (!draftHash)
    throw new Refusal(no('invalid', 'This browser doesn’t keep cookies, so we can’t save anything for it.'));
  const personId = actor.kind === 'person' ? actor.personId : null;
  const ownPeople = actor.kind === 'person' && memberOf(actor, { companyId });
  const at = await tx.now();
  insist(canAskDirectly(await directTarget(tx, companyId), expertId, at, ownPeople));
  if (personId) await makeRoom(tx, personId);
  const whom = { companyId, expertId };
  const { id } = await store.saveDirected(tx, {
    ...whom,
    contactName,
    contactEmail,
    draftHash,
    personId,
    at,
  });
  return { draftId: id, own: personId !== null, ...whom };
}
