import { HIDDEN, type No, no } from '@/lib/core/refusal';
import { counts, type HeldCertification } from '@/lib/market/certifications/rules';

/** A company that somebody wants to ask directly, with those of its experts who are still there. */
export type DirectTarget = {
  companyId: string;
  name: string;
  /** Neither suspended nor closed. */
  open: boolean;
  experts: readonly { id: string; name: string; certifications: readonly HeldCertification[] }[];
};

const certified = (today: Date) => (expert: DirectTarget['experts'][number]) =>
  expert.certifications.some((certification) => counts(certification, today));

/** Who answers a direct request: the expert who was named, or the first of the company who may answer at all. */
export function answererOf(
  target: DirectTarget,
  expertId: string | null,
  today: Date,
): DirectTarget['experts'][number] | null {
  const able = target.experts.filter(certified(today));
  return (expertId ? able.find(({ id }) => id === expertId) : able[0]) ?? null;
}

/** Whether a company, or one of its experts, can be asked directly: said before anything is written. */
export function canAskDirectly(
  target: DirectTarget | null,
  expertId: string | null,
  today: Date,
  ownPeople: boolean,
): No | null {
  const expert = expertId ? target?.experts.find(({ id }) => id === expertId) : undefined;
  if (!target || (expertId && !expert)) return no('not_found', HIDDEN);
  if (ownPeople)
    return no('forbidden', `You and ${target.name} have people in common, so you can’t ask it directly.`);
  if (!target.open) return no('conflict', `${target.name} isn’t taking requests right now.`);
  if (answererOf(target, expertId, today)) return null;
  const who = expert?.name ?? `No one at ${target.name}`;
  return no(
    'conflict',
    expert
      ? `${who} has no active certification right now, so they can’t respond.`
      : `${who} has an active certification right now, so the company can’t respond.`,
  );
}
