import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS, type Tenants } from '@/lib/core/rights';
import { addressField, textField } from '@/lib/core/text';
import { linkSecret } from '@/lib/identity/sessions/schema';
import { type Right, type Side, tidyRights } from './rules';

/** A customer or a company: one mechanism for the members of both. */
export type Tenant = { side: Side; id: string };

/** The tenant in the form in which rights are held against it. */
export function tenantsOf({ side, id }: Tenant): Tenants {
  return side === 'customer' ? { customerId: id } : { companyId: id };
}

const ids = { customerId: idField.optional(), companyId: idField.optional() };

/** Exactly one of the two ids. */
function one(input: { customerId?: string; companyId?: string }, context: z.RefinementCtx): Tenant | null {
  const { customerId, companyId } = input;
  if (customerId && !companyId) return { side: 'customer', id: customerId };
  if (companyId && !customerId) return { side: 'company', id: companyId };
  context.addIssue({ code: 'custom', message: 'Open the page again: it does not say for whom.' });
  return null;
}

/** Ticked boxes: of the tenant's own rights, in their order; `owner` stands for all of them. */
function ticked(side: Side, rights: string[], context: z.RefinementCtx): Right[] | null {
  const known: readonly string[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  if (rights.every((right) => known.includes(right))) return tidyRights(side, rights as Right[]);
  context.addIssue({ code: 'custom', message: 'Choose among the rights on the page.', path: ['rights'] });
  return null;
}

const rightsField = z.array(z.string()).max(10).optional().default([]);

export const COMPANY_NAME = { min: 2, max: 80 };

export const Invite = z
  .object({ ...ids, email: addressField, rights: rightsField, companyName: z.string().optional() })
  .transform((input, context) => {
    const tenant = one(input, context);
    const rights = tenant && ticked(tenant.side, input.rights, context);
    if (!tenant || !rights) return z.NEVER;
    const { email } = input;
    // Asked for only where somebody who works alone takes in the first colleague.
    if (!input.companyName?.trim()) return { tenant, rights, email, companyName: null as string | null };
    const name = textField('Company name', COMPANY_NAME).safeParse(input.companyName);
    if (name.success) return { tenant, rights, email, companyName: name.data as string | null };
    for (const issue of name.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: ['companyName'] });
    return z.NEVER;
  });
export type Invite = z.output<typeof Invite>;

export const OneInvitation = z.object({ invitationId: idField });
export type OneInvitation = z.output<typeof OneInvitation>;

/** `token`: the secret out of the mail, for whoever does not sign in with the address that was invited. */
export const AnswerInvitation = z.object({ invitationId: idField, token: linkSecret.optional() });
export type AnswerInvitation = z.output<typeof AnswerInvitation>;

export const SetRights = z
  .object({ ...ids, personId: idField, rights: rightsField })
  .transform((input, context) => {
    const tenant = one(input, context);
    const rights = tenant && ticked(tenant.side, input.rights, context);
    return tenant && rights ? { tenant, rights, personId: input.personId } : z.NEVER;
  });
export type SetRights = z.output<typeof SetRights>;

export const Remove = z.object({ ...ids, personId: idField }).transform((input, context) => {
  const tenant = one(input, context);
  return tenant ? { tenant, personId: input.personId } : z.NEVER;
});
export type Remove = z.output<typeof Remove>;

export const Leave = z
  .object({
    ...ids,
    /** Who becomes an owner, where the last one leaves. */
    successorId: z.preprocess((value) => (value === '' ? undefined : value), idField.optional()),
  })
  .transform((input, context) => {
    const tenant = one(input, context);
    return tenant ? { tenant, successorId: input.successorId } : z.NEVER;
  });
export type Leave = z.output<typeof Leave>;

export const TakeOver = z
  .object({ ...ids, personId: idField, reason: textField('Reason', { min: 10, max: 500, lines: true }) })
  .transform((input, context) => {
    const tenant = one(input, context);
    return tenant ? { tenant, personId: input.personId, reason: input.reason } : z.NEVER;
  });
export type TakeOver = z.output<typeof TakeOver>;

export const AskRight = z.object({ ...ids, right: z.string() }).transform((input, context) => {
  const tenant = one(input, context);
  const rights = tenant && ticked(tenant.side, [input.right], context);
  return tenant && rights ? { tenant, right: rights[0]! } : z.NEVER;
});
export type AskRight = z.output<typeof AskRight>;
