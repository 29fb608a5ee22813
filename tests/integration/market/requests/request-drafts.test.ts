import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, CLOCK, NOBODY } from '@/lib/core/rights';
import * as commands from '@/lib/market/drafts/commands';
import { draftById, draftOf, draftsOf } from '@/lib/market/drafts/queries';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { MOST_DRAFTS } from '@/lib/market/drafts/rules';
import { BeginRequest, OfDraft, PostRequest, SaveDraft } from '@/lib/market/drafts/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const begin = (actor: Actor, input: object) =>
  pass(
    { may: REQUEST_DRAFT_COMMANDS.begin, schema: BeginRequest, command: commands.beginRequest },
    actor,
    input,
  );
const saveDraft = (actor: Actor, input: object) =>
  pass(
    { may: REQUEST_DRAFT_COMMANDS.saveDraft, schema: SaveDraft, command: commands.saveDraft },
    actor,
    input,
  );
const dropDraft = (actor: Actor, input: object) =>
  pass({ may: REQUEST_DRAFT_COMMANDS.dropDraft, schema: OfDraft, command: commands.dropDraft }, actor, input);
const post = (actor: Actor, input: object) =>
  pass({ may: REQUEST_DRAFT_COMMANDS.post, schema: PostRequest, command: commands.post }, actor, input);

const TEXTS = {
  title: 'Need help with IAM permissions',
  description: 'A Lambda function cannot read a bucket.\n\nWe have tried three policies.',
};
const FIELDS = {
  ...TEXTS,
  budget: 'from100',
  location: 'uk',
  contactName: 'Una',
  contactEmail: 'una@shop.test',
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('a draft', () => {
  test('typed by nobody is found by its browser alone, and still after signing in', async () => {
    const draftHash = hashOf(newSecret());
    doneOf(await begin(NOBODY, { ...TEXTS, draftHash }));
    expect(await draftOf(NOBODY, draftHash)).toMatchObject(TEXTS);
    expect(await draftOf(world.people.newcomer, draftHash)).toMatchObject(TEXTS);
    expect(await draftOf(NOBODY, hashOf(newSecret()))).toBeNull();
    expect(await draftOf(NOBODY, null)).toBeNull();
  });

  test('typed by a person follows them to another browser, and is nobody else’s', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Dora Lundqvist'));
    const draftHash = hashOf(newSecret());
    doneOf(await begin(person, { ...TEXTS, draftHash }));
    expect(await draftOf(person, null)).toMatchObject(TEXTS);
    expect(await draftOf(NOBODY, draftHash)).toBeNull();
    expect(await draftOf(world.people.otherOwner, draftHash)).toBeNull();
  });

  test('saved again after a lost answer is the same draft, with the newer text', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Gil Sandoval'));
    const key = crypto.randomUUID();
    const first = doneOf(await saveDraft(person, { key, title: 'Need help with' }));
    const again = doneOf(await saveDraft(person, { key, title: TEXTS.title }));
    expect(again).toEqual(first);
    expect(await database().requestDraft.findMany({ where: { personId: person.personId } })).toMatchObject([
      { id: first.draftId, title: TEXTS.title },
    ]);
    const other = doneOf(await saveDraft(person, { key: crypto.randomUUID(), title: TEXTS.title }));
    expect(other).not.toEqual(first);
  });

  test('of one person is not overwritten by the next one at the same browser', async () => {
    const first = await viewerOf(database(), await makePerson(database(), 'Emil Sarr'));
    const second = await viewerOf(database(), await makePerson(database(), 'Fay Okafor'));
    const draftHash = hashOf(newSecret());
    doneOf(await begin(first, { ...TEXTS, draftHash }));
    const title = 'Another title, by somebody else';
    doneOf(await begin(second, { ...TEXTS, title, draftHash }));
    expect((await draftOf(first, null))?.title).toBe(TEXTS.title);
    expect((await draftOf(second, draftHash))?.title).toBe(title);
  });

  test('saved again in one browser is one draft, with the last text', async () => {
    const draftHash = hashOf(newSecret());
    const one = doneOf(await begin(NOBODY, { ...TEXTS, draftHash }));
    const title = 'Need more help with IAM permissions';
    const two = doneOf(await begin(NOBODY, { ...TEXTS, title, draftHash }));
    expect(two.draftId).toBe(one.draftId);
    expect((await draftOf(NOBODY, draftHash))?.title).toBe(title);
  });

  test('is saved half-written, again and again, and is listed and removed by its person alone', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Lea Novak'));
    const { draftId } = doneOf(await saveDraft(person, { title: 'He' }));
    doneOf(
      await saveDraft(person, { draftId, title: 'Help', services: 'EC2, nonsense', slots: '5', budget: '' }),
    );
    expect(await draftById(person, draftId)).toMatchObject({ title: 'Help', services: ['ec2'], slots: 5 });
    expect(await draftsOf(person)).toMatchObject([{ id: draftId, title: 'Help' }]);
    const { otherOwner } = world.people;
    expect(codeOf(await saveDraft(otherOwner, { draftId, title: 'Mine' }))).toBe('not_found');
    expect(codeOf(await dropDraft(otherOwner, { draftId }))).toBe('not_found');
    expect(await draftById(otherOwner, draftId)).toBeNull();
    doneOf(await dropDraft(person, { draftId }));
    // What was removed in one tab does not come back from another.
    expect(codeOf(await saveDraft(person, { draftId, title: 'Again' }))).toBe('not_found');
    expect(await draftsOf(person)).toEqual([]);
  });

  test('begun by nobody becomes the person’s when they save it, and nobody else’s', async () => {
    const draftHash = hashOf(newSecret());
    const { draftId } = doneOf(await begin(NOBODY, { ...TEXTS, draftHash }));
    const person = await viewerOf(database(), await makePerson(database(), 'Mona Reyes'));
    expect(codeOf(await saveDraft(person, { draftId, ...TEXTS }))).toBe('not_found');
    doneOf(await saveDraft(person, { draftId, ...TEXTS, draftHash }));
    expect((await draftsOf(person)).map(({ id }) => id)).toEqual([draftId]);
    expect(await draftOf(NOBODY, draftHash)).toBeNull();
  });

  test('begun beside another one leaves that one; gone on with, it stays one', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Nora Falk'));
    const draftHash = hashOf(newSecret());
    const one = doneOf(await begin(person, { ...TEXTS, draftHash }));
    const two = doneOf(await begin(person, { ...TEXTS, draftHash }));
    const three = doneOf(await begin(person, { ...TEXTS, draftHash, continues: 'yes' }));
    expect(two.draftId).not.toBe(one.draftId);
    expect(three.draftId).toBe(two.draftId);
    expect(await draftsOf(person)).toHaveLength(2);
  });

  test('that nobody signed in for goes after two weeks; a person’s stays', async () => {
    const draftHash = hashOf(newSecret());
    const { draftId } = doneOf(await begin(NOBODY, { ...TEXTS, draftHash }));
    const own = doneOf(await saveDraft(world.people.newcomer, { title: 'Later' }));
    const old = new Date(Date.now() - 15 * 86_400_000);
    await database().requestDraft.updateMany({
      where: { id: { in: [draftId, own.draftId] } },
      data: { updatedAt: old },
    });
    expect(await perform(CLOCK, (tx) => commands.forgetDrafts(tx, CLOCK))).toBeGreaterThanOrEqual(1);
    expect(await draftOf(NOBODY, draftHash)).toBeNull();
    expect(await draftById(world.people.newcomer, own.draftId)).not.toBeNull();
  });

  test('is refused past the most that one may have', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Otto Prins'));
    for (let count = 0; count < MOST_DRAFTS; count += 1)
      doneOf(await saveDraft(person, { title: `${count}` }));
    expect(codeOf(await saveDraft(person, { title: 'one more' }))).toBe('conflict');
  });

  test('needs a browser that keeps cookies, and texts within the limits', async () => {
    expect(codeOf(await begin(NOBODY, TEXTS))).toBe('invalid');
    const short = await begin(NOBODY, { ...TEXTS, title: 'Help', draftHash: hashOf(newSecret()) });
    expect(short).toMatchObject({
      ok: false,
      code: 'invalid',
      fields: { title: expect.stringContaining('10') },
    });
  });

  test('from a draft uses it up, and leaves the drafts of others alone', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Ines Baptiste'));
    const [draftHash, otherHash] = [hashOf(newSecret()), hashOf(newSecret())];
    const begun = doneOf(await begin(NOBODY, { ...TEXTS, draftHash }));
    const others = doneOf(await begin(world.people.otherOwner, { ...TEXTS, draftHash: otherHash }));
    const kept = doneOf(await saveDraft(person, { title: 'Another one' }));
    doneOf(await post(person, { ...FIELDS, draftHash, draftId: begun.draftId }));
    expect(await draftOf(NOBODY, draftHash)).toBeNull();
    expect((await draftsOf(person)).map(({ id }) => id)).toEqual([kept.draftId]);
    doneOf(await post(person, { ...FIELDS, draftHash: otherHash, draftId: others.draftId }));
    expect(await draftById(world.people.otherOwner, others.draftId)).not.toBeNull();
  });
});
