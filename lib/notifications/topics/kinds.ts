import type { Kind, News, Tells, TopicName } from '@/lib/platform/telling/telling';
import { wired } from '@/lib/platform/wiring/wired';

/** Every kind of notification that the nouns tell, by its name. */
export function kinds(): [string, News<never>][] {
  const tellings: (Tells<never> | null)[] = Object.values(wired().telling);
  return tellings.flatMap((tells) => Object.entries(tells?.news ?? {}));
}

/** Null: it was told once, and is no more. */
export function kindOf(name: string): Kind | null {
  return kinds().find(([known]) => known === name)?.[1] ?? null;
}

/** The kinds that belong to a topic. */
export function kindsOf(topic: TopicName): string[] {
  return kinds()
    .filter(([, kind]) => kind.topic === topic)
    .map(([name]) => name);
}

/** The kinds of which a person has one at a time. */
export function gatheredKinds(): string[] {
  return kinds()
    .filter(([, kind]) => kind.gathered)
    .map(([name]) => name);
}
