import { z } from 'zod';
import { addressField, textField } from '@/lib/core/text';
import { together } from '@/lib/core/together';
import { COMPANY_NAME } from '@/lib/identity/companies/schema';
import { rightsField, TENANT_IDS, tenantIds, tenantIn, tickedRights } from '@/lib/identity/members/schema';

/** Asked for only where somebody who works alone takes in the first colleague. */
const companyName = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() ? value : null),
  textField('Company name', COMPANY_NAME).nullable(),
);

export const Invite = together(
  z.object({ ...tenantIds, email: addressField, rights: rightsField, companyName: companyName.optional() }),
  [...TENANT_IDS, 'rights', 'companyName'],
  (input, say) => {
    const tenant = tenantIn(input, say);
    const rights = tenant && tickedRights(tenant.side, input.rights, say);
    return { tenant, rights, companyName: input.companyName ?? null };
  },
);
export type Invite = z.output<typeof Invite>;
