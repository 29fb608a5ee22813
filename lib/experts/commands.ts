import { audit } from '@/lib/audit/store';
import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { begin, move } from '@/lib/db/move';
import type { Tx } from '@/lib/db/transaction';
import { CERTIFICATION, canClaim, canRegister, canVerify } from './rules';
import type { AddClaim, Claim, EditProfile, Register, Reject, Verify } from './schema';
import * as store from './store';

/** Makes a person an expert: a company of which they are the owner, a profile, and a certification to be verified. */
export async function register(
  tx: Tx,
  actor: Actor,
  input: Register,
): Promise<{ companyId: string; expertId: string }> {
  authorise(actor, 'experts.register');
  const { personId, name } = personOf(actor);
  insist(canRegister(await store.countProfiles(tx, personId)));
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

/** Adds another certification to one's own profile. */
export async function claim(tx: Tx, actor: Actor, input: AddClaim): Promise<{ certificationId: string }> {
  authorise(actor, 'experts.claim');
  const expert = ownProfile(personOf(actor), await store.lockedExpert(tx, input.expertId));
  const at = await tx.now();
  insist(canClaim(input, at, expert.certifications));
  return keepClaim(tx, actor, { expertId: expert.id, companyId: expert.companyId, claim: input, at });
}

export async function editProfile(tx: Tx, actor: Actor, input: EditProfile): Promise<{ expertId: string }> {
  authorise(actor, 'experts.editProfile');
  const expert = ownProfile(personOf(actor), await store.lockedExpert(tx, input.expertId));
  await store.saveProfile(tx, input);
  await audit(tx, actor, await tx.now(), {
    action: 'experts.editProfile',
    object: 'expert',
    id: expert.id,
    companyId: expert.companyId,
  });
  return { expertId: expert.id };
}

/** A profile is its person's, also against an owner of the company; somebody else's is not there at all. */
function ownProfile(person: Person, expert: Awaited<ReturnType<typeof store.lockedExpert>>) {
  return found(expert?.personId === person.personId ? expert : null, 'profile');
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

/** An admin found the certificate at aws.amazon.com/verification; `evidence` says what stood there. */
export async function verify(tx: Tx, actor: Actor, input: Verify): Promise<{ certificationId: string }> {
  authorise(actor, 'experts.verify');
  const { personId } = personOf(actor);
  const claim = await store.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  const ownPerson = claim.expert.personId === personId;
  insist(canVerify({ expiresOn: claim.expiresOn, ownPerson }, at, await store.sameNumber(tx, claim)));
  await move(tx, tx.db.certification, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'verify',
    actor,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.evidence },
  });
  await keepDecision(tx, actor, at, 'experts.verify', claim);
  tx.emit({ name: 'certification.verified', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id };
}

/** An admin could not find it, or it says something else; the expert reads the reason. */
export async function reject(tx: Tx, actor: Actor, input: Reject): Promise<{ certificationId: string }> {
  authorise(actor, 'experts.reject');
  const { personId } = personOf(actor);
  const claim = await store.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  await move(tx, tx.db.certification, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'reject',
    actor,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.reason },
  });
  await keepDecision(tx, actor, at, 'experts.reject', claim);
  tx.emit({ name: 'certification.rejected', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id };
}

/** Expires one certification whose last day is over. False: there is none left. */
export async function expireNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, 'experts.expire');
  const id = await store.nextOver(tx);
  if (!id) return false;
  const held = await store.certificationById(tx, id);
  const at = await tx.now();
  await move(tx, tx.db.certification, CERTIFICATION, { id, from: held.status, event: 'expire', actor, at });
  await keepDecision(tx, actor, at, 'experts.expire', held);
  tx.emit({ name: 'certification.lapsed', certificationId: id, expertId: held.expertId });
  return true;
}

type Held = Awaited<ReturnType<typeof store.certificationById>>;

async function keepDecision(tx: Tx, actor: Actor, at: Date, action: string, of: Held): Promise<void> {
  await audit(tx, actor, at, {
    action,
    object: 'certification',
    id: of.id,
    companyId: of.expert.companyId,
    detail: { code: of.code },
  });
}
