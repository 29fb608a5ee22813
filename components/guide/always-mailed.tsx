import { TOPIC_NAMES, topicOf } from '@/lib/notifications/topics/rules';

/** The kinds of mail that cannot be turned off, and why. */
export function AlwaysMailed() {
  return (
    <ul>
      {TOPIC_NAMES.map(topicOf)
        .filter(({ why }) => why)
        .map(({ label, why }) => (
          <li key={label}>
            <b>{label}</b>. {why}
          </li>
        ))}
    </ul>
  );
}
