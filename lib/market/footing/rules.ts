import { type No, no } from '@/lib/core/refusal';
import { isClaimed } from '@/lib/market/certifications/lifecycle';
import { canRespond } from '@/lib/market/certifications/rules';

/** An expert as `canRespond` looks at one: null where the person has no profile in the company. */
export type Standing = { certifications: Parameters<typeof canRespond>[0] } | null;

/** Whether somebody may answer requests at all: a profile, and a verified certification that is in date. */
export function mayAnswer(expert: Standing, today: Date): No | null {
  if (!expert)
    return no('forbidden', 'You don’t have an expert profile yet. Register as an expert to respond.');
  return canRespond(expert.certifications, today);
}

/** Whether what keeps somebody from responding may pass by itself: a claim that an admin has still to look at. */
export function mayYetAnswer(expert: Standing, today: Date): boolean {
  const claims = expert?.certifications.filter(({ status }) => isClaimed(status)) ?? [];
  return (
    canRespond(
      claims.map((claim) => ({ ...claim, status: 'verified' as const })),
      today,
    ) === null
  );
}
