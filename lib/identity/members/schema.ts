import { z } from 'zod';
import { idField } from '@/lib/core/id';
import type { Side } from '@/lib/core/lifecycle';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS } from '@/lib/core/rights';
import { textField } from '@/lib/core/text';
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

/** Exactly one of the two ids. */
export function tenantIn(
  input: { customerId?: string; companyId?: string },
  context: z.RefinementCtx,
): Tenant | null {
  const { customerId, companyId } = input;
  if (customerId && !companyId) return { side: 'customer', id: customerId };
  if (companyId && !customerId) return { side: 'company', id: companyId };
  context.addIssue({ code: 'custom', message: 'Reload the page: this form doesn’t say whom it’s for.' });
  return null;
}

/** Ticked boxes: of the tenant's own rights, in their order; `owner` stands for all of them. */
export function tickedRights(side: Side, rights: string[], context: z.RefinementCtx): Right[] | null {
  const known: readonly string[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  if (rights.every((right) => known.includes(right))) return tidyRights(side, rights as Right[]);
  context.addIssue({ code: 'custom', message: 'Choose from the rights on the page.', path: ['rights'] });
  return null;
}

export const rightsField = z.array(z.string()).max(10).optional().default([]);

export const SetRights = z
  .object({ ...tenantIds, personId: idField, rights: rightsField })
  .transform((input, context) => {
    const tenant = tenantIn(input, context);
    const rights = tenant && tickedRights(tenant.side, input.rights, context);
    return tenant && rights ? { tenant, rights, personId: input.personId } : z.NEVER;
  });
export type SetRights = z.output<typeof SetRights>;

export const Remove = z.object({ ...tenantIds, personId: idField }).transform((input, context) => {
  const tenant = tenantIn(input, context);
  return tenant ? { tenant, personId: input.personId } : z.NEVER;
});
export type Remove = z.output<typeof Remove>;

export const Leave = z
  .object({
    ...tenantIds,
    /** Who becomes an owner, where the last one leaves. */
    successorId: z.preprocess((value) => (value === '' ? undefined : value), idField.optional()),
  })
  .transform((input, context) => {
    const tenant = tenantIn(input, context);
    return tenant ? { tenant, successorId: input.successorId } : z.NEVER;
  });
export type Leave = z.output<typeof Leave>;

export const TakeOver = z
  .object({
    ...tenantIds,
    personId: idField,
    reason: textField('Reason', { ...REASON, lines: true }),
  })
  .transform((input, context) => {
    const tenant = tenantIn(input, context);
    return tenant ? { tenant, personId: input.personId, reason: input.reason } : z.NEVER;
  });
export type TakeOver = z.output<typeof TakeOver>;

export const AskRight = z.object({ ...tenantIds, right: z.string() }).transform((input, context) => {
  const tenant = tenantIn(input, context);
  const rights = tenant && tickedRights(tenant.side, [input.right], context);
  return tenant && rights ? { tenant, right: rights[0]! } : z.NEVER;
});
export type AskRight = z.output<typeof AskRight>;
