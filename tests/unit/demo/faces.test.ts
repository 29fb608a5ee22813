import { expect, test } from 'vitest';
import { drawFace, SIDE } from '@/lib/demo/faces/draw';

test('a drawn face is the same for a name at every start, another for another name, and fills its square', () => {
  const [one, again, other] = [drawFace('Alma Vinter'), drawFace('Alma Vinter'), drawFace('Bo Aasen')];
  expect(one).toHaveLength(SIDE * SIDE * 3);
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  // Ground, glow, cloth, skin, shade, hair and lines: a picture, not a plain ground.
  const colors = new Set(
    Array.from({ length: SIDE * SIDE }, (_, at) => one.slice(at * 3, at * 3 + 3).join()),
  );
  expect(colors.size).toBeGreaterThan(20);
});
