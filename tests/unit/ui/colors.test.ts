import { describe, expect, test } from 'vitest';
import { COLORS } from '@/tailwind.config';

type Color = keyof typeof COLORS;

/** WCAG 2.2: relative luminance, and the ratio of two. */
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS: Color[] = ['page', 'surface', 'sunken'];
const TEXTS: Color[] = [
  'ink',
  'muted',
  'faint',
  'accent',
  'accent-deep',
  'go',
  'wait',
  'stop',
  'stop-deep',
  'ended',
];
const ON_THEIR_OWN: [Color, Color][] = [
  ['accent', 'accent-soft'],
  ['go', 'go-soft'],
  ['wait', 'wait-soft'],
  ['stop', 'stop-soft'],
  ['ended', 'ended-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-stop', 'stop'],
  ['on-stop', 'stop-deep'],
];

describe.each([
  ['by day', 0],
  ['by night', 1],
] as const)('%s', (_when, at) => {
  const below = (pairs: [Color, Color][], least: number) =>
    pairs
      .map(([color, ground]) => ({ color, ground, ratio: contrast(COLORS[color][at], COLORS[ground][at]) }))
      .filter(({ ratio }) => ratio < least);
  const on = (colors: Color[]) =>
    colors.flatMap((color) => GROUNDS.map((ground): [Color, Color] => [color, ground]));

  test('every color of text can be read on every ground that it stands on', () => {
    expect(below([...on(TEXTS), ...ON_THEIR_OWN], 4.5)).toEqual([]);
  });

  test('the edge of a field and a star can be seen', () => {
    expect(below(on(['edge', 'star']), 3)).toEqual([]);
  });
});

test('the measure itself: black on white is 21, and a color on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#0b6b75', '#0b6b75')).toBe(1);
});
