import { z } from 'zod';
import { addressField, textField } from '@/lib/core/text';
import { COMPANY_NAME } from '@/lib/identity/companies/schema';
import { rightsField, tenantIds, tenantIn, tickedRights } from '@/lib/identity/members/schema';

export const Invite = z
  .object({ ...tenantIds, email: addressField, rights: rightsField, companyName: z.string().optional() })
  .transform((input, context) => {
    const tenant = tenantIn(input, context);
    const rights = tenant && tickedRights(tenant.side, input.rights, context);
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
