import type { Person } from '@/lib/core/rights';

/** The customers and companies that a person acts for, without those that only carry the person's own name. */
export function actsFor({
  name,
  customers,
  companies,
}: Pick<Person, 'name' | 'customers' | 'companies'>): string[] {
  const names = [...customers, ...companies].flatMap((one) => one.name ?? []);
  return [...new Set(names)].filter((tenant) => tenant !== name);
}
