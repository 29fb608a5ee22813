import type { News, Tells } from '@/lib/platform/telling/telling';
import { TELLING } from '@/lib/wiring/telling';
import type { People } from '@/tests/fixtures/world';

/** Whom each group means in this world: whoever is suspended is in none. */
const GROUPS: Record<string, (keyof People)[]> = {
  customer: ['owner', 'member', 'buyer', 'granter'],
  'customer buy': ['owner', 'buyer'],
  'customer grant': ['owner', 'granter'],
  company: ['expert', 'chatter'],
  both: ['owner', 'member', 'buyer', 'granter', 'expert', 'chatter'],
  expert: ['expert'],
  admins: ['admin'],
};
export const NEWS = new Map<string, News<never>>(
  Object.values(TELLING as Record<string, Tells<never> | null>).flatMap((tells) =>
    Object.entries(tells?.news ?? {}),
  ),
);
/** News of members go to the owners who can act, or to the member whom they concern. */
export const OF_MEMBERS: Record<string, (keyof People)[]> = {
  'member.joined': ['owner'],
  'member.left': ['owner'],
  'member.asked': ['owner'],
  'member.removed': ['member'],
  'member.changed': ['member'],
};
/** Whom the others concern that are for no side of a job: who holds the certification, wrote the answer, keeps the search. */
const CONCERNED: Record<string, (keyof People)[]> = {
  ...OF_MEMBERS,
  'request.unanswered': GROUPS.customer!,
  'review.passed': ['member'],
  'review.removed': ['member'],
};
export function groupOf(name: string): (keyof People)[] | undefined {
  const { to, right } = NEWS.get(name)!;
  if (!to) return CONCERNED[name] ?? ['expert'];
  return GROUPS[[to, right].filter(Boolean).join(' ')];
}
