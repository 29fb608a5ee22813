import { expect, test } from 'vitest';
import { drawFace, SIDE } from '@/lib/demo/faces/draw';

test('a drawn face is the same for a name at every start, another for another name, and fills its square', () => {
  const one = drawFace('Alma Vinter');
  expect(one).toHaveLength(SIDE * SIDE * 3);
  const same = (name: string) => Buffer.from(drawFace(name)).equals(one);
  expect([same('Alma Vinter'), same('Bo Aasen')]).toEqual([true, false]);
  // Ground, glow, cloth, skin, shade, hair and lines: a picture, not a plain ground.
  const colors = new Set(
    Array.from({ length: SIDE * SIDE }, (_, at) => one.slice(at * 3, at * 3 + 3).join()),
  );
  expect(colors.size).toBeGreaterThan(20);
});
