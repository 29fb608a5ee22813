import type { EventOf } from '@/lib/core/events';
import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { eligibleCountries } from '@/lib/identity/companies/countries';
import { canBeBasedIn } from '@/lib/identity/companies/rules';
import { canBeNamed } from '@/lib/identity/names/rules';
import { keepClaim } from '@/lib/market/certifications/commands';
import { canClaim } from '@/lib/market/certifications/rules';
import { lockedExpert } from '@/lib/market/certifications/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { EXPERT_COMMANDS } from './rights';
import { canHandle, canRegister } from './rules';
import type { AddClaim, AddProfile, EditProfile, Register, SetHandle } from './schema';
import * as store from './store';

/** Makes a person an expert: a company of which they are the owner, a profile, and a certification to be verified. */
export async function register(
  tx: Tx,
  actor: Actor,
  input: Register,
): Promise<{ companyId: string; expertId: string }> {
  authorise(actor, EXPERT_COMMANDS.register);
  const { personId, name } = personOf(actor);
  const { companyName: called, nameAsPrinted } = input;
  insist(canBeNamed({ companyName: called }, 'organisation', env.OPERATOR_NAME));
  insist(canBeNamed({ nameAsPrinted }, 'person', env.OPERATOR_NAME));
  insist(canBeNamed({ headline: input.headline }, 'line', env.OPERATOR_NAME));
  insist(canRegister(await store.countProfiles(tx, personId)));
  insist(canBeBasedIn(input.country, eligibleCountries(env.ELIGIBLE_COUNTRIES), null));
  const at = await tx.now();
  insist(canClaim(input, at, []));
  const { country, headline, companyName } = input;
  const made = await store.insertSeller(tx, {
    personId,
    name: companyName ?? name,
    country,
    freelancer: companyName === null,
    headline,
    at,
  });
  const detail = { freelancer: companyName === null };
  await audit(tx, actor, at, {
    action: 'experts.register',
    object: 'expert',
    id: made.expertId,
    companyId: made.companyId,
    detail,
  });
  await keepClaim(tx, actor, { ...made, claim: input, at });
  return made;
}

/** Gives a member of a company a profile in it, with a first certification: from then on they are an expert of it. */
export async function addProfile(tx: Tx, actor: Actor, input: AddProfile): Promise<{ expertId: string }> {
  const { companyId, nameAsPrinted } = input;
  authorise(actor, EXPERT_COMMANDS.addProfile, { companyId });
  insist(canBeNamed({ nameAsPrinted }, 'person', env.OPERATOR_NAME));
  const { personId, timeZone } = personOf(actor);
  const at = await tx.now();
  const { expertId, held } = await store.saveProfile(tx, { personId, companyId, at });
  insist(canClaim(input, at, held));
  await audit(tx, actor, at, { action: 'experts.addProfile', object: 'expert', id: expertId, companyId });
  await keepClaim(tx, actor, { expertId, companyId, claim: input, at });
  tx.emit({ name: 'expert.edited', expertId, personId, timeZone });
  return { expertId };
}

/** Adds another certification to one's own profile. */
export async function claim(tx: Tx, actor: Actor, input: AddClaim): Promise<{ certificationId: string }> {
  authorise(actor, EXPERT_COMMANDS.claim);
  insist(canBeNamed({ nameAsPrinted: input.nameAsPrinted }, 'person', env.OPERATOR_NAME));
  const expert = await ownProfile(tx, actor, input.expertId);
  const at = await tx.now();
  insist(canClaim(input, at, expert.certifications));
  return keepClaim(tx, actor, { expertId: expert.id, companyId: expert.companyId, claim: input, at });
}

/** A profile is its person's, also against an owner of the company; somebody else's is not there at all. Locked. */
export async function ownProfile(tx: Tx, actor: Actor, expertId: string) {
  const { personId } = personOf(actor);
  const expert = await lockedExpert(tx, expertId);
  return found(expert?.personId === personId && !expert.leftAt ? expert : null, 'profile');
}

export async function editProfile(tx: Tx, actor: Actor, input: EditProfile): Promise<{ expertId: string }> {
  authorise(actor, EXPERT_COMMANDS.editProfile);
  const expert = await ownProfile(tx, actor, input.expertId);
  const { headline } = input;
  if (headline !== expert.headline) insist(canBeNamed({ headline }, 'line', env.OPERATOR_NAME));
  await store.updateProfile(tx, input);
  await auditProfile(tx, actor, 'experts.editProfile', expert);
  const { personId } = expert;
  tx.emit({ name: 'expert.edited', expertId: expert.id, personId, timeZone: input.timeZone });
  return { expertId: expert.id };
}

/** Gives a profile its address /e/<handle>, once and for good; switches it on or off. */
export async function setHandle(tx: Tx, actor: Actor, input: SetHandle): Promise<{ expertId: string }> {
  authorise(actor, EXPERT_COMMANDS.setHandle);
  const { expertId, handle, on } = input;
  const expert = await ownProfile(tx, actor, expertId);
  const taken = await store.handleTaken(tx, handle, expertId);
  insist(canHandle(handle, { current: expert.handle, taken }));
  if (expert.handle === null) insist(canBeNamed({ handle }, 'organisation', env.OPERATOR_NAME));
  await store.updateHandle(tx, { expertId, handle, on });
  await auditProfile(tx, actor, 'experts.setHandle', expert, { handle, on });
  return { expertId };
}

async function auditProfile(
  tx: Tx,
  actor: Actor,
  action: string,
  expert: { id: string; companyId: string },
  detail: Record<string, string | boolean> = {},
): Promise<void> {
  const { id, companyId } = expert;
  await audit(tx, actor, await tx.now(), { action, object: 'expert', id, companyId, detail });
}

/** A reaction to a member who is gone: their profile in that company stays for what was written, and is public no longer. */
export async function leave(tx: Tx, actor: Actor, event: EventOf<'member.left'>): Promise<void> {
  const { companyId, personId } = event;
  if (!companyId) return;
  const at = await tx.now();
  const id = await store.updateLeft(tx, { personId, companyId, at });
  if (id) await audit(tx, actor, at, { action: 'experts.leave', object: 'expert', id, companyId });
}

/** A reaction to a member who is new, or there again. */
export async function comeBack(tx: Tx, _actor: Actor, event: EventOf<'member.joined'>): Promise<void> {
  const { companyId, personId } = event;
  if (companyId) await store.clearLeft(tx, { personId, companyId });
}
