import { asOwner } from './steps';
import { expect } from './test';

/** What came in for the request's job and what is owed of it, as the ledger has it. */
export async function ledgerBalances(title: string, postedBy: string): Promise<void> {
  const { rows } = await asOwner(
    `SELECT e.account, sum(e."amountMinor")::text AS sum FROM "ledger_entry" e
     JOIN "ledger_transaction" t ON t.id = e."transactionId" JOIN "payment" p ON p.id = t."paymentId"
     JOIN "proposal" o ON o.id = p."proposalId" JOIN "request" r ON r.title = $1
     JOIN "conversation" c ON c.id = o."conversationId" AND c."requestId" = r.id
     JOIN "person" w ON w.id = r."postedBy" AND w.email = $2
     GROUP BY e.account ORDER BY e.account`,
    [title, postedBy],
  );
  const sums = Object.fromEntries(rows.map((row) => [row.account, BigInt(row.sum)]));
  expect(sums.stripe_clearing).toBe(120_000n);
  expect(sums.stripe_clearing! + sums.expert_payable! + sums.platform_fee!).toBe(0n);
  expect(sums.platform_fee).toBe(-3_600n);
}
