import { insist, no } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import type { TopicName } from '@/lib/platform/telling/telling';
import { sendCheck } from './jobs';
import { NOTIFICATION_COMMANDS } from './rights';
import { canChoose, mayTurnOff, paceOf } from './rules';
import type { ChoosePaces, ResumeMail } from './schema';
import * as store from './store-settings';
import { TOPIC_NAMES, topicOf } from './topics';
import type { Unsubscribed } from './unsubscribe';

/** How each topic reaches one's mailbox. Topics that the form did not show stay as they were. */
export async function choosePaces(
  tx: Tx,
  actor: Actor,
  { pace }: ChoosePaces,
): Promise<{ personId: string }> {
  authorise(actor, NOTIFICATION_COMMANDS.choosePaces);
  const { personId } = personOf(actor);
  insist(canChoose(pace));
  for (const topic of TOPIC_NAMES) {
    const chosen = pace[topic];
    if (!chosen) continue;
    await store.choose(tx, { personId, topic, pace: chosen });
  }
  await audit(tx, actor, await tx.now(), {
    action: 'notifications.choosePaces',
    object: 'person',
    id: personId,
    detail: { ...pace },
  });
  return { personId };
}

/**
 * Turns off mail by the link in one, for whoever has it: no session, and nothing else can be done with it. What cannot be
 * turned off stays; a link that says so was never sent.
 */
export async function unsubscribe(
  tx: Tx,
  actor: Actor,
  { personId, topic }: { personId: string; topic: Unsubscribed },
): Promise<{ topics: TopicName[] }> {
  authorise(actor, NOTIFICATION_COMMANDS.unsubscribe);
  if (!(await store.isPerson(tx, personId))) return { topics: [] };
  const chosen = await store.chosenBy(tx, personId);
  const meant = TOPIC_NAMES.filter(
    (name) =>
      mayTurnOff(topicOf(name)) &&
      (topic === 'digest' ? paceOf(topicOf(name), chosen[name]) === 'digest' : name === topic),
  );
  for (const name of meant) await store.choose(tx, { personId, topic: name, pace: 'off' });
  await audit(tx, actor, await tx.now(), {
    action: 'notifications.unsubscribe',
    object: 'person',
    id: personId,
    detail: { topic },
  });
  return { topics: meant };
}

/** Tries an address of one's own again that refused mail: a mail is sent to it, and if that is refused too, it is stopped anew. */
export async function resumeMail(tx: Tx, actor: Actor, { email }: ResumeMail): Promise<{ resumed: boolean }> {
  authorise(actor, NOTIFICATION_COMMANDS.resumeMail);
  const person = personOf(actor);
  const own = await store.addressesOf(tx, person);
  insist(own.includes(email) ? null : no('not_found', 'This is not an address of yours.'));
  const resumed = await store.dropStop(tx, email);
  if (resumed && email === person.email.toLowerCase())
    await enqueue(tx, sendCheck, { personId: person.personId }, { key: `${person.personId}:${tx.callId}` });
  await audit(tx, actor, await tx.now(), {
    action: 'notifications.resumeMail',
    object: 'person',
    id: person.personId,
  });
  return { resumed };
}
