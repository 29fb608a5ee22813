import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** The asking person's own profile in the company, with certifications: access is personal. */
export function profileOf(tx: Tx, personId: string, companyId: string) {
  return rowsOf(tx).expert.findUnique({
    where: { personId_companyId: { personId, companyId } },
    include: { certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
}

/** What a profile's certifications are worth, for the rule; with its row held, so that none lapses or comes meanwhile. */
export async function lockedCertifications(tx: Tx, expertId: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "expert" WHERE id = ${expertId}::uuid FOR UPDATE`;
  return certificationsOf(tx, expertId);
}

export function certificationsOf(tx: Tx, expertId: string) {
  return rowsOf(tx).certification.findMany({
    where: { expertId },
    select: { code: true, status: true, expiresOn: true },
  });
}

export async function isSuspended(tx: Tx, companyId: string): Promise<boolean> {
  return (await rowsOf(tx).company.count({ where: { id: companyId, suspendedAt: { not: null } } })) > 0;
}

/** Whether the person is the grant's expert and may still act for the company; nobody concerned is suspended. */
export async function isEntitled(
  tx: Tx,
  grant: { expertId: string; companyId: string; customerId: string },
  personId: string,
): Promise<boolean> {
  const experts = await rowsOf(tx).expert.count({
    where: {
      id: grant.expertId,
      personId,
      person: { suspendedAt: null },
      company: {
        suspendedAt: null,
        members: { some: { personId, rights: { hasSome: ['owner', 'access'] } } },
      },
    },
  });
  const customers = await rowsOf(tx).customer.count({ where: { id: grant.customerId, suspendedAt: null } });
  return experts === 1 && customers === 1;
}
