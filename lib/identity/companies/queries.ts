import type { CompanyRight, Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';

export type OwnCompany = {
  id: string;
  name: string;
  country: string;
  about: string;
  website: string | null;
  size: string | null;
  partner: boolean;
  closed: boolean;
  rights: CompanyRight[];
  /** Whether the viewer is an expert of it. */
  hasProfile: boolean;
};

/** The companies that the viewer belongs to, in the order in which they joined. */
export async function companiesOf(viewer: Viewer): Promise<OwnCompany[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().companyMember.findMany({
    where: { personId: viewer.personId },
    select: {
      rights: true,
      company: {
        select: {
          id: true,
          name: true,
          country: true,
          about: true,
          website: true,
          size: true,
          partner: true,
          closedAt: true,
          experts: { where: { personId: viewer.personId, leftAt: null }, select: { id: true } },
        },
      },
    },
    orderBy: [{ since: 'asc' }, { companyId: 'asc' }],
  });
  return rows.map(({ company: { closedAt, experts, ...company }, rights }) => ({
    ...company,
    rights,
    closed: closedAt !== null,
    hasProfile: experts.length > 0,
  }));
}
