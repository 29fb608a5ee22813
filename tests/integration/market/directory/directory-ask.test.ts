import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { beginDirect } from '@/lib/market/drafts/commands';
import { draftBegun } from '@/lib/market/drafts/queries';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { BeginDirect } from '@/lib/market/drafts/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const ask = (actor: Actor, input: object) =>
  pass({ may: REQUEST_DRAFT_COMMANDS.beginDirect, schema: BeginDirect, command: beginDirect }, actor, input);
const who = { contactName: 'Alma', contactEmail: 'alma@linden.test' };

describe('a direct request that begins on a profile', () => {
  test('is kept for the browser, with what was written there before', async () => {
    const { companyId, expertId } = world;
    const draftHash = 'a'.repeat(64);
    await database().requestDraft.create({
      data: { tokenHash: draftHash, title: 'Our site is slow', description: '', updatedAt: new Date() },
    });
    expect(codeOf(await ask(NOBODY, { companyId, expertId, draftHash, ...who }))).toBe('done');
    expect(await draftBegun(NOBODY, draftHash)).toMatchObject({
      title: 'Our site is slow',
      toCompanyId: companyId,
      toExpertId: expertId,
      contactEmail: who.contactEmail,
    });
    expect(await draftBegun(NOBODY, 'b'.repeat(64))).toBeNull();
  });

  test('is a draft of their own for whoever is signed in, and nobody else finds it', async () => {
    const { companyId, people } = world;
    const draftHash = 'c'.repeat(64);
    expect(codeOf(await ask(people.newcomer, { companyId, draftHash, ...who }))).toBe('done');
    expect(await draftBegun(NOBODY, draftHash)).toBeNull();
    const [own] = await database().requestDraft.findMany({ where: { personId: people.newcomer.personId } });
    expect(own).toMatchObject({ toCompanyId: companyId, toExpertId: null });
  });

  test('is refused for nobody who is there, for oneself, and without a cookie', async () => {
    const { companyId, otherExpertId, people } = world;
    const draftHash = 'd'.repeat(64);
    expect(codeOf(await ask(NOBODY, { companyId, expertId: otherExpertId, draftHash, ...who }))).toBe(
      'not_found',
    );
    expect(codeOf(await ask(people.expert, { companyId, draftHash, ...who }))).toBe('forbidden');
    expect(codeOf(await ask(NOBODY, { companyId, ...who }))).toBe('invalid');
    expect(await draftBegun(NOBODY, draftHash)).toBeNull();
  });
});
