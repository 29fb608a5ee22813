import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { clearWaiting } from '@/lib/notifications/news/store';
import { kindsOf } from '@/lib/notifications/topics/kinds';
import { mayTurnOff, paceOf, TOPIC_NAMES, topicOf } from '@/lib/notifications/topics/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import type { TopicName } from '@/lib/platform/telling/telling';
import { PREFERENCE_COMMANDS } from './rights';
import { canChoose } from './rules';
import type { ChoosePaces } from './schema';
import * as store from './store';
import type { Unsubscribed } from './unsubscribe';

/** How each topic reaches one's mailbox. Topics that the form did not show stay as they were. */
export async function choosePaces(
  tx: Tx,
  actor: Actor,
  { pace }: ChoosePaces,
): Promise<{ personId: string }> {
  authorise(actor, PREFERENCE_COMMANDS.choosePaces);
  const { personId } = personOf(actor);
  insist(canChoose(pace));
  for (const topic of TOPIC_NAMES) {
    const chosen = pace[topic];
    if (!chosen) continue;
    await keep(tx, { personId, topic, pace: chosen });
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
  authorise(actor, PREFERENCE_COMMANDS.unsubscribe);
  if (!(await store.isPerson(tx, personId))) return { topics: [] };
  const chosen = await store.pacesOf(tx, personId);
  const meant = TOPIC_NAMES.filter(
    (name) =>
      mayTurnOff(topicOf(name)) &&
      (topic === 'digest' ? paceOf(topicOf(name), chosen[name]) === 'digest' : name === topic),
  );
  for (const name of meant) await keep(tx, { personId, topic: name, pace: 'off' });
  await audit(tx, actor, await tx.now(), {
    action: 'notifications.unsubscribe',
    object: 'person',
    id: personId,
    detail: { topic },
  });
  return { topics: meant };
}

/** What waits for somebody's morning and is not wanted any more stops waiting. */
async function keep(tx: Tx, chosen: Parameters<typeof store.savePace>[1]): Promise<void> {
  await store.savePace(tx, chosen);
  if (chosen.pace === 'off') await clearWaiting(tx, chosen.personId, kindsOf(chosen.topic));
}
