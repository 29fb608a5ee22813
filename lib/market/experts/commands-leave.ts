import type { EventOf } from '@/lib/core/events';
import type { Actor } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { leaveCompany, comeBack as restore } from './store';

/** A reaction to a member who is gone: their profile in that company stays for what was written, and is public no longer. */
export async function leave(tx: Tx, actor: Actor, event: EventOf<'member.left'>): Promise<void> {
  const { companyId, personId } = event;
  if (!companyId) return;
  const at = await tx.now();
  const id = await leaveCompany(tx, { personId, companyId, at });
  if (id) await audit(tx, actor, at, { action: 'experts.leave', object: 'expert', id, companyId });
}

/** A reaction to a member who is new, or there again. */
export async function comeBack(tx: Tx, _actor: Actor, event: EventOf<'member.joined'>): Promise<void> {
  const { companyId, personId } = event;
  if (companyId) await restore(tx, { personId, companyId });
}
