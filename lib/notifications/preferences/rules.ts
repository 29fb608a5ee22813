import { type No, no } from '@/lib/core/refusal';
import { type Pace, TOPIC_NAMES, topicOf } from '@/lib/notifications/topics/rules';
import type { TopicName } from '@/lib/platform/telling/telling';

/** Whether a person may choose these. */
export function canChoose(chosen: Partial<Record<TopicName, Pace>>): No | null {
  for (const name of TOPIC_NAMES) {
    const pace = chosen[name];
    const topic = topicOf(name);
    if (!pace || topic.paces.includes(pace)) continue;
    const message = topic.why ?? 'You can’t choose this here.';
    return no('invalid', message, { [`pace.${name}`]: message });
  }
  return null;
}
