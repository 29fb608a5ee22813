/** So many pixels a side; the encoder makes the sizes that pages show of it. */
export const SIDE = 144;

type Color = readonly [number, number, number];
/** Whether a point of the unit square is inside, y downwards. */
type Shape = (x: number, y: number) => boolean;

const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Shape =>
  (x, y) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
const box =
  (left: number, top: number, right: number, bottom: number): Shape =>
  (x, y) =>
    x >= left && x <= right && y >= top && y <= bottom;
const both =
  (one: Shape, other: Shape): Shape =>
  (x, y) =>
    one(x, y) && other(x, y);
const less =
  (one: Shape, other: Shape): Shape =>
  (x, y) =>
    one(x, y) && !other(x, y);
const either =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));

function colorOf(hue: number, saturation: number, lightness: number): Color {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** The same numbers for a name at every start. */
function choosing(name: string): (sides: number) => number {
  let state = 2_166_136_261;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A little closer than drawn, so that a face fills a small circle. */
const near = (at: number) => 0.5 + (at - 0.5) * 0.86;

const HEAD = ellipse(0.5, 0.45, 0.175, 0.215);

/** Hair as a shape in front of the face, and one behind it. */
const HAIR: readonly { front: Shape; back: Shape | null }[] = [
  // Short, parted at one side.
  {
    front: less(ellipse(0.5, 0.4, 0.2, 0.205), ellipse(0.55, 0.53, 0.2, 0.205)),
    back: null,
  },
  // Short and round.
  {
    front: less(ellipse(0.5, 0.4, 0.2, 0.21), ellipse(0.5, 0.52, 0.18, 0.2)),
    back: null,
  },
  // To the chin, with a fringe.
  {
    front: both(ellipse(0.5, 0.42, 0.21, 0.23), box(0, 0, 1, 0.36)),
    back: either(ellipse(0.5, 0.42, 0.235, 0.245), box(0.265, 0.42, 0.735, 0.64)),
  },
  // Tied up.
  {
    front: less(ellipse(0.5, 0.4, 0.195, 0.205), ellipse(0.5, 0.53, 0.185, 0.21)),
    back: ellipse(0.5, 0.17, 0.085, 0.08),
  },
  // Curls.
  {
    front: either(
      ...[-2, -1, 0, 1, 2].map((at) => ellipse(0.5 + at * 0.08, 0.27 + Math.abs(at) * 0.03, 0.075, 0.07)),
    ),
    back: ellipse(0.5, 0.38, 0.235, 0.2),
  },
];

const EYES = either(ellipse(0.43, 0.455, 0.018, 0.022), ellipse(0.57, 0.455, 0.018, 0.022));
const BROWS = either(
  less(ellipse(0.43, 0.425, 0.04, 0.025), ellipse(0.43, 0.435, 0.045, 0.025)),
  less(ellipse(0.57, 0.425, 0.04, 0.025), ellipse(0.57, 0.435, 0.045, 0.025)),
);
const SMILE = less(ellipse(0.5, 0.545, 0.06, 0.045), ellipse(0.5, 0.53, 0.068, 0.045));
const ring = (x: number) => less(ellipse(x, 0.46, 0.062, 0.058), ellipse(x, 0.46, 0.05, 0.046));
const GLASSES = either(ring(0.425), ring(0.575), box(0.482, 0.45, 0.518, 0.463));

/**
 * A portrait of somebody invented, in shades of one colour: a drawing, which takes nobody's likeness and says nothing of what
 * they look like. Pixels as red, green and blue, the same for a name at every start.
 */
export function drawFace(name: string): Uint8Array {
  const choose = choosing(name);
  const hue = choose(12) * 30;
  const hair = HAIR[choose(HAIR.length)]!;
  const [ground, glow] = [colorOf(hue, 0.42, 0.8), colorOf(hue, 0.5, 0.86)];
  const skin = colorOf((hue + 20) % 360, 0.5, 0.93);
  const shade = colorOf((hue + 15) % 360, 0.35, 0.83);
  const dark = colorOf(hue, 0.35, 0.2 + choose(3) * 0.07);
  const cloth = colorOf((hue + [0, 40, 180][choose(3)]!) % 360, 0.35, 0.42);
  const line = colorOf(hue, 0.3, 0.2);
  const layers: [Shape, Color][] = [
    [ellipse(0.62, 0.32, 0.42, 0.42), glow],
    ...(hair.back ? ([[hair.back, dark]] as [Shape, Color][]) : []),
    [ellipse(0.5, 1.08, 0.37, 0.36), cloth],
    [either(box(0.435, 0.58, 0.565, 0.74), ellipse(0.5, 0.74, 0.085, 0.06)), shade],
    [either(ellipse(0.325, 0.46, 0.03, 0.045), ellipse(0.675, 0.46, 0.03, 0.045)), shade],
    [HEAD, skin],
    [hair.front, dark],
    [either(EYES, BROWS, SMILE), line],
    ...(choose(7) < 2 ? ([[GLASSES, line]] as [Shape, Color][]) : []),
  ];
  const topOf = (x: number, y: number): Color => {
    for (let at = layers.length - 1; at >= 0; at -= 1) if (layers[at]![0](x, y)) return layers[at]![1];
    return ground;
  };
  // A pixel is the mean of its four corners, so that edges are smooth; each corner is looked at once.
  const corners = Array.from({ length: (SIDE + 1) ** 2 }, (_, at) =>
    topOf(near((at % (SIDE + 1)) / SIDE), near(Math.floor(at / (SIDE + 1)) / SIDE)),
  );
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const corner = at + Math.floor(at / SIDE);
    const [one, two] = [corners[corner]!, corners[corner + 1]!];
    const [three, four] = [corners[corner + SIDE + 1]!, corners[corner + SIDE + 2]!];
    for (let channel = 0; channel < 3; channel += 1)
      pixels[at * 3 + channel] = (one[channel]! + two[channel]! + three[channel]! + four[channel]!) / 4;
  }
  return pixels;
}
