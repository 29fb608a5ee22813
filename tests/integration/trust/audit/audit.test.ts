import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLOCK } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import { metricsText } from '@/lib/platform/metrics/metrics';
import { readSettings } from '@/lib/processes/start/settings';
import { seal } from '@/lib/trust/audit/commands';
import { sweeps, verify } from '@/lib/trust/audit/handlers';
import { brokenSeal } from '@/lib/trust/audit/queries';
import { run as runEntry } from '@/tests/fixtures/commands';
import { asWorker } from '@/tests/fixtures/jobs';
import { makeWorld, type World } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

let world: World;
let owner: Client;
beforeAll(async () => {
  world = await makeWorld();
  owner = new Client({ connectionString: addresses().owner });
  await owner.connect();
});
afterAll(() => owner.end());
/** As whoever owns the database and wants to hide something: past the triggers that refuse it. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(`SET LOCAL session_replication_role = 'replica'`);
  const { rowCount } = await owner.query(sql, values);
  await owner.query('COMMIT');
  if (!rowCount) throw new Error('nothing was changed');
}
beforeEach(async () => {
  await owner.query(`SET session_replication_role = 'replica'`);
  await owner.query('DELETE FROM "audit_seal"');
  await owner.query('DELETE FROM "audit_entry"');
  await owner.query(`SET session_replication_role = 'origin'`);
});

const { run } = sweeps.find(({ name }) => name === 'audit.seal')!;
const sealAll = () =>
  asWorker(async () => {
    const counts: number[] = [];
    do counts.push(await run());
    while (counts.at(-1) !== 0);
    return counts;
  });
const write = (count: number) =>
  transaction(async (tx) => {
    for (let at = 0; at < count; at += 1)
      await audit(tx, world.people.owner, await tx.now(), {
        action: 'proposals.accept',
        object: 'proposal',
        id: crypto.randomUUID(),
        customerId: world.customerId,
        detail: { number: at, words: 'Größe, “quoted” 🚀', final: at % 2 === 0, none: null },
      });
  });
const seals = () => database().auditSeal.findMany({ orderBy: { position: 'asc' }, include: { entry: true } });

describe('the chain of seals', () => {
  test('covers every entry once, in the order of their ids, and fits', async () => {
    await write(3);
    expect(await sealAll()).toEqual([3, 0]);
    await write(2);
    expect(await sealAll()).toEqual([2, 0]);
    const rows = await seals();
    const entries = await database().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ entryId }) => entryId)).toEqual(entries.map(({ id }) => id));
    expect(entries[0]).toMatchObject({ personId: world.people.owner.personId, actorKind: 'person' });
    expect(await brokenSeal()).toBeNull();
  });

  test('is one chain, however many seal at once', async () => {
    await write(20);
    const counts = await asWorker(() => Promise.all([run(), run(), run(), run()]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await seals()).toHaveLength(20);
    expect(await brokenSeal()).toBeNull();
  });

  test('goes on over many batches, and over more than one page when it is walked', async () => {
    const at = new Date();
    const entry = { at, action: 'requests.post', actorKind: 'person', objectType: 'request', detail: {} };
    await database().auditEntry.createMany({ data: Array.from({ length: 1_203 }, () => entry) });
    expect(await sealAll()).toEqual([500, 500, 203, 0]);
    expect(await brokenSeal()).toBeNull();
    const last = (await seals()).at(-1)!;
    await tamper(`UPDATE "audit_entry" SET action = 'requests.edit' WHERE id = $1`, [last.entryId]);
    expect(await brokenSeal()).toBe(last.position);
  });

  test('is walked by the worker and by a command, which both say where it does not fit', async () => {
    const place = { MODE: 'demo', DATA_DIR: mkdtempSync(join(tmpdir(), 'groundcrew-audit-')) };
    readSettings({ ...place, DEMO_DATABASE_URL: addresses().owner });
    const command = () => runEntry('audit-verify', place);
    const shown = async () => /^groundcrew_audit_broken_seal.* (\d+)$/m.exec(await metricsText())?.[1];
    await write(3);
    await sealAll();
    await asWorker(verify);
    expect(await shown()).toBe('0');
    const [, second, last] = await seals();
    expect(await command()).toEqual({
      code: 0,
      said: `All 3 seals fit. The newest is ${last!.position}: ${last!.hash}\n`,
    });
    await tamper(`UPDATE "audit_entry" SET action = 'requests.edit' WHERE id = $1`, [second!.entryId]);
    await asWorker(verify);
    expect(await shown()).toBe(String(second!.position));
    const found = await command();
    expect(found.code).toBe(1);
    expect(found.said).toContain(`Seal ${second!.position} of the audit doesn’t fit`);
    rmSync(place.DATA_DIR, { recursive: true });
  });

  test('takes in an entry that was committed after younger ones were sealed', async () => {
    const hold = { release: () => {}, written: () => {} };
    const held = new Promise<void>((resolve) => {
      hold.release = resolve;
    });
    const written = new Promise<void>((resolve) => {
      hold.written = resolve;
    });
    const late = transaction(async (tx) => {
      await audit(tx, CLOCK, await tx.now(), { action: 'experts.expire', object: 'certification', id: null });
      hold.written();
      await held;
    });
    await written;
    await write(1);
    expect(await sealAll()).toEqual([1, 0]);
    hold.release();
    await late;
    expect(await sealAll()).toEqual([1, 0]);
    expect((await seals()).map(({ entry }) => entry.action)).toEqual(['proposals.accept', 'experts.expire']);
    expect(await brokenSeal()).toBeNull();
  });

  test('catches up after days in which nobody sealed', async () => {
    const of = (days: number) =>
      owner.query(
        `INSERT INTO "audit_entry" (id, at, action, "actorKind", "objectType", detail)
         VALUES (uuidv7(-$1::int * interval '1 day'), now(), 'requests.post', 'person', 'request', '{}')`,
        [days],
      );
    await of(9);
    expect(await sealAll()).toEqual([1, 0]);
    for (const days of [7, 3, 0]) await of(days);
    expect(await sealAll()).toEqual([3, 0]);
    expect(await brokenSeal()).toBeNull();
  });

  test('is made by the clock alone', async () => {
    for (const actor of [world.people.owner, world.people.admin])
      await expect(perform(actor, (tx) => seal(tx, actor))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a change behind the back of the product is found', () => {
  beforeEach(async () => {
    await write(5);
    await sealAll();
  });

  test.each([
    ['another action', `action = 'proposals.decline'`],
    ['another person', `"personId" = NULL`],
    ['another instant', `at = at + interval '1 millisecond'`],
    ['another detail', `detail = jsonb_set(detail, '{number}', '7')`],
    ['another customer', `"customerId" = gen_random_uuid()`],
  ])('%s', async (_what, change) => {
    const third = (await seals())[2]!;
    await tamper(`UPDATE "audit_entry" SET ${change} WHERE id = $1`, [third.entryId]);
    expect(await brokenSeal()).toBe(third.position);
  });

  test('an entry that was taken out with its seal', async () => {
    const [, , third, fourth] = await seals();
    await tamper('DELETE FROM "audit_seal" WHERE "entryId" = $1', [third!.entryId]);
    await tamper('DELETE FROM "audit_entry" WHERE id = $1', [third!.entryId]);
    expect(await brokenSeal()).toBe(fourth!.position);
  });

  test('two seals that changed places, and a hash that was written anew', async () => {
    const [first, second] = await seals();
    await tamper(
      `UPDATE "audit_seal" SET hash = CASE position WHEN $1 THEN $3 ELSE $4 END WHERE position IN ($1, $2)`,
      [first!.position, second!.position, second!.hash, first!.hash],
    );
    expect(await brokenSeal()).toBe(first!.position);
  });
});
