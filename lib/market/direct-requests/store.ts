import { type Rows, rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { DirectTarget } from './rules';

/** A company as one asks it directly; null where there is none. For pages and for commands alike. */
export async function directTarget(of: Tx | Rows, companyId: string): Promise<DirectTarget | null> {
  const company = await rowsOf(of).company.findUnique({
    where: { id: companyId },
    select: {
      id: true,
      name: true,
      suspendedAt: true,
      closedAt: true,
      experts: {
        where: { leftAt: null, person: { suspendedAt: null } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          person: { select: { name: true } },
          certifications: { select: { code: true, status: true, expiresOn: true } },
        },
      },
    },
  });
  if (!company) return null;
  return {
    companyId: company.id,
    name: company.name,
    open: company.suspendedAt === null && company.closedAt === null,
    experts: company.experts.map(({ person, ...expert }) => ({ ...expert, name: person.name })),
  };
}

/** The companies whose people have written about a request, in the conversation that its customer began with them. */
export async function companiesThatWrote(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await rowsOf(tx).conversation.findMany({
    where: { requestId, messages: { some: { side: 'company', authorId: { not: null } } } },
    select: { companyId: true },
  });
  return rows.map(({ companyId }) => companyId);
}
