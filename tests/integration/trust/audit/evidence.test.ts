import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/core/refusal';
import { database } from '@/lib/platform/db/client';
import { rowsOf } from '@/lib/platform/db/rows';
import { transaction } from '@/lib/platform/db/transaction';
import { activeGrant } from '@/tests/fixtures/jobs';
import { accepted, asked, worldWithCard } from '@/tests/fixtures/money';
import { makeWorld } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: addresses().owner });
  await owner.connect();
});
afterAll(() => owner.end());

/** Columns that hold the id of something and are no foreign key, each with its reason. */
const NO_KEY: Record<string, string> = {
  'creation.personId': 'written before the command has looked at who calls: its refusal is the answer',
  'status_change.objectId': 'of the machine that the row names: many tables',
  'audit_entry.objectId': 'of many tables',
  'message.objectId': 'of many tables',
  'notification.digestId': 'of a digest, which is no row',
  'expert_entry.companyId': 'a mirror for searching, kept by triggers',
  'open_request.customerId': 'a mirror for searching, kept by triggers',
  'saved_search_hit.requestId': 'goes with its search; the request may be in the mirror no more',
  'socket_ticket.personId': 'good for seconds, and deleted',
  'socket_ticket.sessionId': 'a ticket outlives the session that it was made in, and is refused then',
  'passkey_challenge.sessionId': 'good for minutes, and deleted',
};

test('a column that names a row is a foreign key, or has its reason', async () => {
  const { rows } = await owner.query<{ column: string }>(`
    SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.udt_name = 'uuid' AND c.column_name <> 'id'
      AND c.column_name NOT ILIKE '%key' AND NOT EXISTS (
        SELECT 1 FROM information_schema.key_column_usage k
        JOIN information_schema.table_constraints f USING (constraint_schema, constraint_name)
        WHERE f.constraint_type = 'FOREIGN KEY' AND k.table_name = c.table_name AND k.column_name = c.column_name)
    ORDER BY 1`);
  const open = rows.map(({ column }) => column);
  expect(open.filter((column) => !(column in NO_KEY))).toEqual([]);
  expect(Object.keys(NO_KEY).filter((column) => !open.includes(column))).toEqual([]);
});

/** What pages and reactions look rows up by, beside what was there from the first day. */
test.each([
  ['payment', '"paymentRequestId"'],
  ['grant', '"connectionId"'],
  ['grant', '"expertId"'],
  ['permission_request', '"expertId"'],
  ['review', '"expertId", "createdAt" DESC'],
  ['ledger_transaction', '"paymentId"'],
  ['audit_entry', '"personId", at'],
])('%s has an index on %s', async (table, columns) => {
  const { rows } = await owner.query<{ indexdef: string }>(
    // One with a condition serves only what meets it.
    "SELECT indexdef FROM pg_indexes WHERE tablename = $1 AND indexdef NOT LIKE '% WHERE %'",
    [table],
  );
  expect(rows.filter(({ indexdef }) => indexdef.endsWith(`(${columns})`))).toHaveLength(1);
});

/** What the database says to the work, as a door would pass it on. */
const said = (work: Parameters<typeof transaction>[0]) =>
  transaction(work).then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('nothing is said without its proof', () => {
  test('a grant is not revoked before its role was shown to be gone', async () => {
    const id = await activeGrant(await makeWorld());
    const revoke = () =>
      said((tx) => rowsOf(tx).grant.update({ where: { id }, data: { status: 'revoked' } }));
    expect(await revoke()).toBe('conflict');
    expect((await database().grant.findUniqueOrThrow({ where: { id } })).status).toBe('active');
    await database().grantStep.create({ data: { grantId: id, kind: 'gone', at: new Date(), detail: {} } });
    expect(await revoke()).toBe('done');
  });

  test('a payment has not succeeded before the ledger holds it', async () => {
    const world = await worldWithCard();
    const proposalId = await accepted(world);
    const { customerId, companyId } = world;
    const ids = { paymentRequestId: await asked(world, proposalId), proposalId, customerId, companyId };
    const at = new Date();
    const money = { amountMinor: 40_000n, feeMinor: 1_200n, currency: 'USD', createdAt: at };
    const { id } = await database().payment.create({ data: { ...ids, ...money } });
    const data = { status: 'succeeded' as const, settledAt: at, stripeIntentId: `pi_${id}` };
    expect(await said((tx) => rowsOf(tx).payment.update({ where: { id }, data }))).toBe('conflict');
    expect((await database().payment.findUniqueOrThrow({ where: { id } })).status).toBe('pending');
  });

  test('a proposal that was sent gets no other milestones', async () => {
    const proposalId = await accepted(await worldWithCard());
    const more = { proposalId, position: 9, title: 'One more', amountMinor: 1n };
    expect(await said((tx) => rowsOf(tx).milestone.create({ data: more }))).toBe('conflict');
  });
});

test('a broken CHECK is a refusal with a sentence, not a bug', async () => {
  const { customerId, people } = await worldWithCard();
  const data = { customerId, postedBy: people.owner.personId, title: 'short', description: 'short' };
  const rest = {
    budget: 'from50',
    location: 'anywhere',
    contactName: 'Desk',
    contactEmail: 'a@b.example',
  } as const;
  const outcome = transaction((tx) => rowsOf(tx).request.create({ data: { ...data, ...rest } }));
  await expect(outcome).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('nothing changed'),
  });
});
