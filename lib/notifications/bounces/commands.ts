import { insist, no } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendCheck } from './jobs';
import { BOUNCE_COMMANDS } from './rights';
import type { ResumeMail } from './schema';
import * as store from './store';

/** An address that refuses mail for good, or whose owner called it unwanted: nothing but sign-in is sent to it from now on. */
export async function stopMail(
  tx: Tx,
  actor: Actor,
  input: { email: string; reason: 'bounce' | 'complaint'; detail: string },
): Promise<{ stopped: boolean }> {
  authorise(actor, BOUNCE_COMMANDS.stopMail);
  const { email, reason, detail } = input;
  const at = await tx.now();
  const stopped = await store.insertStop(tx, { email, reason, detail: detail.slice(0, 500), at });
  if (stopped)
    await audit(tx, actor, at, {
      action: 'notifications.stopMail',
      object: 'mail_stop',
      id: null,
      detail: { reason },
    });
  return { stopped };
}

/** Tries an address of one's own again that refused mail: a mail is sent to it, and if that is refused too, it is stopped anew. */
export async function resumeMail(tx: Tx, actor: Actor, { email }: ResumeMail): Promise<{ resumed: boolean }> {
  authorise(actor, BOUNCE_COMMANDS.resumeMail);
  const person = personOf(actor);
  const own = await store.addressesOf(tx, person);
  insist(own.includes(email) ? null : no('not_found', 'This isn’t one of your addresses.'));
  const resumed = await store.deleteStop(tx, email);
  if (resumed && email === person.email.toLowerCase())
    await enqueue(tx, sendCheck, { personId: person.personId }, { key: `${person.personId}:${tx.callId}` });
  await audit(tx, actor, await tx.now(), {
    action: 'notifications.resumeMail',
    object: 'person',
    id: person.personId,
  });
  return { resumed };
}
