import type { Config, PluginAPI } from 'tailwindcss/plugin';

/**
 * The look's values, each told here alone. app/globals.css loads this file and says what is built of them.
 *
 * One neutral ramp, one accent, four lamps: each colour by day and by night. Tailwind's palette is replaced on purpose: a
 * colour that is not named here has no dark value and no checked contrast. Every text colour stands at 4.5:1 or more on
 * page, surface, sunken and its own soft ground; `edge`, the border of a control, at 3:1.
 */
export const COLORS = {
  page: ['#fbfaf8', '#141413'],
  surface: ['#ffffff', '#1c1b1a'],
  sunken: ['#f3f1ed', '#232220'],
  line: ['#e4e0d9', '#32302d'],
  'line-strong': ['#cbc5bb', '#47443f'],
  edge: ['#8b857a', '#7a746a'],
  ink: ['#1b1a18', '#f1efea'],
  muted: ['#57534c', '#b9b4aa'],
  faint: ['#6b665d', '#a09a8f'],

  accent: ['#0b6b75', '#5cc3cc'],
  'accent-deep': ['#095660', '#7fd3da'],
  'on-accent': ['#ffffff', '#06282b'],
  'accent-soft': ['#e0f0f1', '#123438'],
  'accent-line': ['#9dcdd1', '#24626a'],

  go: ['#18794e', '#5bc78d'],
  'go-soft': ['#e3f4ea', '#14301f'],
  'go-line': ['#a5d6bb', '#2a5f42'],
  wait: ['#865700', '#e5b04a'],
  'wait-soft': ['#fdf1d8', '#352710'],
  'wait-line': ['#e6c27a', '#6b511f'],
  star: ['#b87514', '#e5b04a'],
  stop: ['#b42318', '#ff8a7d'],
  'stop-deep': ['#95190f', '#ffa69c'],
  'on-stop': ['#ffffff', '#3a0d08'],
  'stop-soft': ['#fdebe9', '#3a1a17'],
  'stop-line': ['#efb3ac', '#74332c'],
  ended: ['#655f56', '#aaa49a'],
  'ended-soft': ['#edeae5', '#2c2a28'],
  'ended-line': ['#cbc5bb', '#47443f'],

  /** Lies over the page while a dialog is open. */
  scrim: ['#14120d', '#14120d'],
} as const;

/** Size, height of the line and, for the large ones, how much closer the letters stand. */
const TEXT = {
  xs: ['0.75rem', '1.0625rem'],
  sm: ['0.8125rem', '1.1875rem'],
  base: ['0.9375rem', '1.4375rem'],
  lg: ['1.0625rem', '1.5625rem'],
  xl: ['1.25rem', '1.625rem', '-0.01em'],
  '2xl': ['1.375rem', '1.75rem', '-0.012em'],
  '3xl': ['2.125rem', '2.375rem', '-0.02em'],
  '4xl': ['2.875rem', '3.125rem', '-0.025em'],
} as const;

/** Grounds for initials, a step of the circle each: light by day, deep by night, and text at 7:1 or more on every one. */
export const FACES = 12;
const face = (hue: number) => ({
  background: `oklch(0.92 0.045 ${hue})`,
  color: `oklch(0.38 0.09 ${hue})`,
  '@variant dark': { background: `oklch(0.34 0.055 ${hue})`, color: `oklch(0.9 0.06 ${hue})` },
});

const variables = (at: 0 | 1) =>
  Object.fromEntries(Object.entries(COLORS).map(([name, pair]) => [`--color-${name}`, pair[at]]));

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(Object.keys(COLORS).map((name) => [name, `var(--color-${name})`])),
    },
    extend: {
      boxShadow: {
        sm: '0 1px 2px rgb(30 25 15 / 0.05)',
        md: '0 1px 2px rgb(30 25 15 / 0.05), 0 4px 16px rgb(30 25 15 / 0.05)',
        lg: '0 2px 4px rgb(30 25 15 / 0.06), 0 16px 40px rgb(30 25 15 / 0.16)',
      },
      fontFamily: {
        sans: "var(--font-inter), ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
        mono: "ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
      },
      fontSize: Object.fromEntries(
        Object.entries(TEXT).map(([name, [size, lineHeight, letterSpacing]]) => [
          name,
          [size, letterSpacing ? { lineHeight, letterSpacing } : { lineHeight }],
        ]),
      ),
      // 400 is text, 500 names, labels and buttons, 600 titles and amounts. A label and its value are never both heavier than text.
      fontWeight: { medium: '500', semibold: '600', bold: '600' },
      borderRadius: { sm: '5px', md: '8px', lg: '10px', xl: '14px' },
      animation: {
        spin: 'spin 0.8s linear infinite',
        pulse: 'pulse 1.8s ease-in-out infinite',
        rise: 'rise 0.16s ease-out',
        slide: 'slide 0.18s ease-out',
      },
      keyframes: {
        rise: { from: { opacity: '0', transform: 'translateY(6px)' } },
        slide: { from: { opacity: '0', transform: 'translateX(24px)' } },
      },
    },
  },
  plugins: [
    ({ addBase, addUtilities }: PluginAPI) => {
      addBase({ ':root': { ...variables(0), '@variant dark': variables(1) } });
      addUtilities(
        Object.fromEntries(
          Array.from({ length: FACES }, (_, at) => [`.face-${at}`, face((at * 360) / FACES)]),
        ),
      );
    },
  ],
} satisfies Config;
