import { HIDDEN, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { MEMBER_COMMANDS } from './rights';
import { canAskRight, canLeave, canRemove, canSetRights, canTakeOver, type Held, stillOwner } from './rules';
import {
  type AskRight,
  type Leave,
  type Remove,
  type SetRights,
  type TakeOver,
  type Tenant,
  tenantsOf,
} from './schema';
import * as store from './store';

type Changed = { personId: string; tenant: Tenant };

/** Gives a member other rights. The last owner stays one. */
export async function setRights(tx: Tx, actor: Actor, input: SetRights): Promise<Changed> {
  const { tenant, personId, rights } = input;
  authorise(actor, MEMBER_COMMANDS.setRights, tenantsOf(tenant));
  const { members } = await store.lockedTenant(tx, tenant);
  insist(stillOwner(members, personOf(actor).personId));
  among(members, personId);
  insist(canSetRights(members, { personId, rights }));
  await store.updateRights(tx, { tenant, personId, rights });
  await keep(tx, actor, 'members.setRights', { tenant, personId, detail: { rights: rights.join(' ') } });
  tx.emit({ name: 'member.changed', personId, ...tenantsOf(tenant) });
  return { personId, tenant };
}

/** Takes somebody out. Requests, jobs and payments stay as they are: they are the tenant's, not the person's. */
export async function remove(tx: Tx, actor: Actor, input: Remove): Promise<Changed> {
  const { tenant, personId } = input;
  authorise(actor, MEMBER_COMMANDS.remove, tenantsOf(tenant));
  const by = personOf(actor).personId;
  const { members } = await store.lockedTenant(tx, tenant);
  insist(stillOwner(members, by));
  among(members, personId);
  insist(canRemove(members, { by, personId }));
  await out(tx, actor, 'members.remove', { tenant, personId });
  return { personId, tenant };
}

/** Goes oneself. The last owner names who takes over. */
export async function leave(tx: Tx, actor: Actor, input: Leave): Promise<Changed> {
  const { tenant, successorId } = input;
  authorise(actor, MEMBER_COMMANDS.leave, tenantsOf(tenant));
  const { personId } = personOf(actor);
  const { members } = await store.lockedTenant(tx, tenant);
  among(members, personId);
  insist(canLeave(tenant.side, members, { personId, successorId }));
  if (successorId) {
    await store.updateRights(tx, { tenant, personId: successorId, rights: ['owner'] });
    tx.emit({ name: 'member.changed', personId: successorId, ...tenantsOf(tenant) });
  }
  await out(tx, actor, 'members.leave', { tenant, personId, successorId });
  return { personId, tenant };
}

async function out(
  tx: Tx,
  actor: Actor,
  action: 'members.remove' | 'members.leave',
  of: { tenant: Tenant; personId: string; successorId?: string },
): Promise<void> {
  const { tenant, personId, successorId } = of;
  await store.deleteMember(tx, tenant, personId);
  const detail = successorId ? { successorId } : undefined;
  await keep(tx, actor, action, { tenant, personId, detail });
  tx.emit({ name: 'member.left', personId, removed: action === 'members.remove', ...tenantsOf(tenant) });
}

/** An admin names an owner where none is left who can act. */
export async function takeOver(tx: Tx, actor: Actor, input: TakeOver): Promise<Changed> {
  authorise(actor, MEMBER_COMMANDS.takeOver);
  const { tenant, personId, reason } = input;
  const { members } = await store.lockedTenant(tx, tenant);
  insist(canTakeOver(members, personId));
  await store.updateRights(tx, { tenant, personId, rights: ['owner'] });
  await keep(tx, actor, 'members.takeOver', { tenant, personId, detail: { reason } });
  tx.emit({ name: 'member.changed', personId, ...tenantsOf(tenant) });
  return { personId, tenant };
}

/** Tells the owners which right somebody wants. Nothing changes by it. */
export async function askRight(tx: Tx, actor: Actor, input: AskRight): Promise<{ right: string }> {
  const { tenant, right } = input;
  authorise(actor, MEMBER_COMMANDS.askRight, tenantsOf(tenant));
  const { personId } = personOf(actor);
  const { members } = await store.lockedTenant(tx, tenant);
  insist(canAskRight(members, { personId, right }));
  await keep(tx, actor, 'members.askRight', { tenant, personId, detail: { right } });
  tx.emit({ name: 'member.asked', personId, right, ...tenantsOf(tenant) });
  return { right };
}

function among(members: readonly Held[], personId: string): void {
  if (!members.some((member) => member.personId === personId)) throw new Refusal(no('not_found', HIDDEN));
}

async function keep(
  tx: Tx,
  actor: Actor,
  action: string,
  of: { tenant: Tenant; personId: string; detail?: Record<string, string> },
): Promise<void> {
  const { tenant, personId, detail } = of;
  await audit(tx, actor, await tx.now(), {
    action,
    object: 'person',
    id: personId,
    ...tenantsOf(tenant),
    detail,
  });
}
