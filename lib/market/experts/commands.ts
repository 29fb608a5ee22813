import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { eligibleCountries } from '@/lib/identity/companies/countries';
import { canBeBasedIn } from '@/lib/identity/companies/rules';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import { begin } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { ownProfile } from './commands-profile';
import { EXPERT_COMMANDS } from './rights';
import { CERTIFICATION, canClaim, canRegister } from './rules';
import type { AddClaim, AddProfile, Claim, Register } from './schema';
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
  const made = await store.addSeller(tx, {
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
  const { expertId, held } = await store.openProfile(tx, { personId, companyId, at });
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

async function keepClaim(
  tx: Tx,
  actor: Actor,
  of: { expertId: string; companyId: string; claim: Claim; at: Date },
): Promise<{ certificationId: string }> {
  const { expertId, companyId, at } = of;
  const id = await store.addCertification(tx, expertId, of.claim, at);
  await begin(tx, CERTIFICATION, { id, actor, at });
  const detail = { code: of.claim.code };
  await audit(tx, actor, at, { action: 'experts.claim', object: 'certification', id, companyId, detail });
  tx.emit({ name: 'certification.claimed', certificationId: id, expertId });
  return { certificationId: id };
}
