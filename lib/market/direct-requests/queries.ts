import type { No } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { memberOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { canAskDirectly } from './rules';
import { directTarget } from './store';

/** Whom a direct request goes to, and what keeps it from being answered. */
export type Directed = {
  companyId: string;
  companyName: string;
  expertId: string | null;
  expertName: string | null;
  refusal: No | null;
};

/** The company, or its expert, as the form of a direct request names it; null where there is no such thing. */
export async function directedTo(
  viewer: Person,
  of: { companyId: string; expertId: string | null },
  now: Date,
): Promise<Directed | null> {
  const target = await directTarget(database(), of.companyId);
  if (!target) return null;
  const ownPeople = memberOf(viewer, { companyId: of.companyId });
  const refusal = canAskDirectly(target, of.expertId, now, ownPeople);
  if (refusal?.code === 'not_found') return null;
  const expert = target.experts.find(({ id }) => id === of.expertId);
  return {
    companyId: target.companyId,
    companyName: target.name,
    expertId: expert?.id ?? null,
    expertName: expert?.name ?? null,
    refusal,
  };
}
