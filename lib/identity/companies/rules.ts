import { type No, no } from '@/lib/core/refusal';

/** Whether a company can be closed: not while somebody has agreed to work and is not done. */
export function canClose(of: {
  closed: boolean;
  owner: boolean;
  acceptedTitles: readonly string[];
}): No | null {
  if (of.closed) return no('conflict', 'This company is already closed.');
  if (!of.owner) return no('conflict', 'You’re no longer an owner. Check the members again.');
  const [first, ...others] = of.acceptedTitles;
  if (!first) return null;
  return no(
    'conflict',
    others.length
      ? `“${first}” and ${others.length} more are agreed but not done. Complete each of them first.`
      : `“${first}” is agreed but not done. Complete it first.`,
  );
}

/** Whether a company may say that it is based there: the operator's list, and where it was before. */
export function canBeBasedIn(country: string, eligible: readonly string[], before: string | null): No | null {
  if (country === before || eligible.includes(country)) return null;
  const sentence = 'Companies from this country can’t sell here.';
  return no('invalid', sentence, { country: sentence });
}
