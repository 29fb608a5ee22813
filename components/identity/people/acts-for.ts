import type { Person } from '@/lib/core/rights';

/**
 * The customers and companies that a person acts for, without those that only carry the person's own name. Somebody
 * suspended acts for none, and reads no name of theirs.
 */
export function actsFor({
  name,
  suspended,
  customers,
  companies,
}: Pick<Person, 'name' | 'suspended' | 'customers' | 'companies'>): string[] {
  if (suspended) return [];
  const names = [...customers, ...companies].flatMap((one) => one.name ?? []);
  return [...new Set(names)].filter((tenant) => tenant !== name);
}
