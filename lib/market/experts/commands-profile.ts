import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { EXPERT_COMMANDS } from './rights';
import { canHandle } from './rules-profile';
import type { EditProfile, SetHandle } from './schema';
import { lockedExpert } from './store';
import * as profiles from './store-profile';

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
  await profiles.saveProfile(tx, input);
  await keep(tx, actor, 'experts.editProfile', expert);
  const { personId } = expert;
  tx.emit({ name: 'expert.edited', expertId: expert.id, personId, timeZone: input.timeZone });
  return { expertId: expert.id };
}

/** Gives a profile its address /e/<handle>, once and for good; switches it on or off. */
export async function setHandle(tx: Tx, actor: Actor, input: SetHandle): Promise<{ expertId: string }> {
  authorise(actor, EXPERT_COMMANDS.setHandle);
  const { expertId, handle, on } = input;
  const expert = await ownProfile(tx, actor, expertId);
  const taken = await profiles.handleTaken(tx, handle, expertId);
  insist(canHandle(handle, { current: expert.handle, taken }));
  if (expert.handle === null) insist(canBeNamed({ handle }, 'organisation', env.OPERATOR_NAME));
  await profiles.saveHandle(tx, { expertId, handle, on });
  await keep(tx, actor, 'experts.setHandle', expert, { handle, on });
  return { expertId };
}

async function keep(
  tx: Tx,
  actor: Actor,
  action: string,
  expert: { id: string; companyId: string },
  detail: Record<string, string | boolean> = {},
): Promise<void> {
  const { id, companyId } = expert;
  await audit(tx, actor, await tx.now(), { action, object: 'expert', id, companyId, detail });
}
