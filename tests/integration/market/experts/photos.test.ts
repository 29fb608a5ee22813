import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { removePhoto, setPhoto } from '@/lib/market/photos/commands';
import { photoFor } from '@/lib/market/photos/queries';
import { PHOTO_COMMANDS } from '@/lib/market/photos/rights';
import { RemovePhoto, SetPhoto } from '@/lib/market/photos/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { readUpload } from '@/lib/platform/posted/upload';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const picture = (byte: number) => ({ small: new Uint8Array([byte]), large: new Uint8Array([byte, byte]) });
const set = (who: Viewer, byte = 1) =>
  pass({ may: PHOTO_COMMANDS.setPhoto, schema: SetPhoto, command: setPhoto }, who, picture(byte));
const remove = (who: Viewer) =>
  pass({ may: PHOTO_COMMANDS.removePhoto, schema: RemovePhoto, command: removePhoto }, who, {});

describe('the photo of an expert', () => {
  test('takes the place of the one before, at another address, and is taken away', async () => {
    const { expert } = world.people;
    const first = doneOf(await set(expert, 1)).hash;
    const second = doneOf(await set(expert, 2)).hash;
    expect(second).not.toBe(first);
    expect(await photoFor(NOBODY, first, 'small')).toBeNull();
    expect((await photoFor(NOBODY, second, 'large'))?.bytes).toEqual(new Uint8Array([2, 2]));
    expect(doneOf(await remove(expert)).removed).toBe(1);
    expect(doneOf(await remove(expert)).removed).toBe(0);
    expect(await photoFor(NOBODY, second, 'small')).toBeNull();
  });

  test('of two people may be the same picture; the addresses do not say so', async () => {
    const [one, other] = [
      doneOf(await set(world.people.expert)),
      doneOf(await set(world.people.otherExpert)),
    ];
    expect(one.hash).not.toBe(other.hash);
  });

  test('is for experts; two at once leave one', async () => {
    expect(codeOf(await set(NOBODY))).toBe('unauthenticated');
    expect(codeOf(await set(world.people.owner))).toBe('conflict');
    expect(codeOf(await set(world.people.suspendedExpert))).toBe('forbidden');
    const { expert } = world.people;
    for (const answer of await Promise.all([set(expert, 3), set(expert, 4), remove(expert)]))
      expect(['done', 'conflict']).toContain(codeOf(answer));
    expect(await database().personPhoto.count({ where: { personId: expert.personId } })).toBeLessThan(2);
  });

  test('is seen by everybody while the profile is public, and then by whoever may see the person', async () => {
    const { people, expertId } = world;
    const { hash } = doneOf(await set(people.expert, 5));
    const sees = async (who: Viewer) => (await photoFor(who, hash, 'small')) !== null;
    expect(await photoFor(NOBODY, hash, 'small')).toMatchObject({ everyone: true });
    await database().expert.update({ where: { id: expertId }, data: { publishedAt: null } });
    const may: Person[] = [people.expert, people.chatter, people.admin, people.owner, people.buyer];
    for (const who of may) expect(await sees(who)).toBe(true);
    for (const who of [
      NOBODY,
      people.otherOwner,
      people.otherExpert,
      people.newcomer,
      people.suspendedCustomer,
    ])
      expect(await sees(who)).toBe(false);
    expect(await photoFor(people.owner, hash, 'small')).toMatchObject({ everyone: false });
  });
});

describe('what is sent', () => {
  const WORDS = { none: 'none', large: 'large' };
  const request = async (file: Blob | null, more?: string) => {
    const form = new FormData();
    if (file) form.set('photo', file, 'me.jpg');
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type')!;
    const body = more ?? (await encoded.arrayBuffer());
    return new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });
  };
  test('is read as far as it may be large, and no further', async () => {
    const bytes = await readUpload(await request(new Blob([new Uint8Array(100)])), 'photo', 100, WORDS);
    expect(bytes.byteLength).toBe(100);
    const refused = async (file: Blob | null, more?: string) =>
      readUpload(await request(file, more), 'photo', 100, WORDS).then(
        () => 'read',
        (error: Error) => error.message,
      );
    expect(await refused(new Blob([new Uint8Array(101)]))).toBe('large');
    expect(await refused(new Blob([new Uint8Array(50_000)]))).toBe('large');
    expect(await refused(new Blob([]))).toBe('none');
    expect(await refused(null)).toBe('none');
    expect(await refused(null, 'not a form')).toBe('none');
  });
});
