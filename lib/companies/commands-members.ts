import { audit } from '@/lib/audit/store';
import { no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type CompanyRight } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';

/** Takes a person into the company with the rights named. Who is in already is not taken in twice. */
export async function admit(
  tx: Tx,
  actor: Actor,
  input: { companyId: string; personId: string; rights: CompanyRight[] },
): Promise<void> {
  const { companyId, personId, rights } = input;
  authorise(actor, 'companies.admit', { companyId });
  const at = await tx.now();
  const { count } = await tx.db.companyMember.createMany({
    data: [{ companyId, personId, rights, since: at }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Refusal(no('conflict', 'This person is a member already.'));
  await audit(tx, actor, at, {
    action: 'companies.admit',
    object: 'person',
    id: personId,
    companyId,
    detail: { rights: rights.join(' ') },
  });
}
