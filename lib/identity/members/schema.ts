import { z } from 'zod';
import { idField } from '@/lib/core/id';
import type { Side } from '@/lib/core/lifecycle';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS } from '@/lib/core/rights';
import { textField } from '@/lib/core/text';
import { type Say, together } from '@/lib/core/together';
import { REASON } from '@/lib/identity/people/schema';
import { type Right, tidyRights } from './rules';

/** A customer or a company: one mechanism for the members of both. */
export type Tenant = { side: Side; id: string };

/** The tenant in the form in which rights are held against it. */
export function tenantsOf({ side, id }: Tenant): { customerId: string } | { companyId: string } {
  return side === 'customer' ? { customerId: id } : { companyId: id };
}

/** Where its members stand. */
export const pageOf = ({ side, id }: Tenant) =>
  side === 'customer' ? `/members?customer=${id}` : `/company/members?company=${id}`;

export const tenantIds = { customerId: idField.optional(), companyId: idField.optional() };
export const TENANT_IDS = ['customerId', 'companyId'] as const;

/** Exactly one of the two ids. */
export function tenantIn(
  { customerId, companyId }: { customerId?: string; companyId?: string },
  say: Say,
): Tenant {
  if (customerId && !companyId) return { side: 'customer', id: customerId };
  if (companyId && !customerId) return { side: 'company', id: companyId };
  return say('Reload the page: this form doesn’t say whom it’s for.');
}

/** Ticked boxes: of the tenant's own rights, in their order; `owner` stands for all of them. */
export function tickedRights(side: Side, rights: string[], say: Say): Right[] {
  const known: readonly string[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  if (rights.every((right) => known.includes(right))) return tidyRights(side, rights as Right[]);
  return say('Choose from the rights on the page.', 'rights');
}

export const rightsField = z.array(z.string()).max(10).optional().default([]);

export const SetRights = together(
  z.object({ ...tenantIds, personId: idField, rights: rightsField }),
  [...TENANT_IDS, 'rights'],
  (input, say) => {
    const tenant = tenantIn(input, say);
    return { tenant, rights: tenant && tickedRights(tenant.side, input.rights, say) };
  },
);
export type SetRights = z.output<typeof SetRights>;

export const Remove = together(z.object({ ...tenantIds, personId: idField }), TENANT_IDS, (input, say) => ({
  tenant: tenantIn(input, say),
}));
export type Remove = z.output<typeof Remove>;

export const Leave = together(
  z.object({
    ...tenantIds,
    /** Who becomes an owner, where the last one leaves. */
    successorId: z.preprocess((value) => (value === '' ? undefined : value), idField.optional()),
  }),
  TENANT_IDS,
  (input, say) => ({ tenant: tenantIn(input, say) }),
);
export type Leave = z.output<typeof Leave>;

export const TakeOver = together(
  z.object({
    ...tenantIds,
    personId: idField,
    reason: textField('Reason', { ...REASON, lines: true }),
  }),
  TENANT_IDS,
  (input, say) => ({ tenant: tenantIn(input, say) }),
);
export type TakeOver = z.output<typeof TakeOver>;

export const AskRight = together(
  z.object({ ...tenantIds, right: z.string() }),
  [...TENANT_IDS, 'right'],
  (input, say) => {
    const tenant = tenantIn(input, say);
    const rights = tenant && tickedRights(tenant.side, [input.right], say);
    return { tenant, right: rights?.[0] as Right };
  },
);
export type AskRight = z.output<typeof AskRight>;
