import { type Actor, authorise } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { EXPERT_COMMANDS } from './rights';
import { CERTIFICATION } from './rules';
import { daysLeft, warningDue } from './rules-warn';
import * as store from './store';

/** Expires one certification whose last day is over. False: there is none left. */
export async function expireNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, EXPERT_COMMANDS.expire);
  const id = await store.nextOver(tx);
  if (!id) return false;
  const held = await store.certificationById(tx, id);
  const at = await tx.now();
  await move(tx, CERTIFICATION, { id, from: held.status, event: 'expire', actor, of: held.expert, at });
  await audit(tx, actor, at, {
    action: 'experts.expire',
    object: 'certification',
    id,
    companyId: held.expert.companyId,
    detail: { code: held.code },
  });
  tx.emit({
    name: 'certification.lapsed',
    certificationId: id,
    expertId: held.expertId,
    personId: held.expert.personId,
    cause: 'expired',
  });
  return true;
}

/** Gives one expert the warning that is due before a certification expires. False: there is none left. */
export async function warnNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, EXPERT_COMMANDS.warn);
  const id = await store.nextToWarn(tx);
  if (!id) return false;
  const held = await store.certificationById(tx, id);
  const at = await tx.now();
  const due = warningDue(held.expiresOn, at, held.warnedDays);
  // The row was found by the same clock and is held: a day that ends in between only makes the next warning due.
  if (due === null) return false;
  await store.keepWarned(tx, id, due);
  const left = daysLeft(held.expiresOn, at);
  await audit(tx, actor, at, {
    action: 'experts.warn',
    object: 'certification',
    id,
    companyId: held.expert.companyId,
    detail: { code: held.code, warning: due, daysLeft: left },
  });
  tx.emit({
    name: 'certification.expiring',
    certificationId: id,
    expertId: held.expertId,
    warning: due,
    daysLeft: left,
  });
  return true;
}
