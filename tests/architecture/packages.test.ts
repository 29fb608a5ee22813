import { expect, test } from 'vitest';
import { read } from './source';

type Wanted = Record<string, string>;
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Wanted
>;
const wanted: Wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };
const { packages: locked } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

/** Packages that are released together and call each other's insides. */
const RELEASED_TOGETHER: [string, RegExp][] = [
  ['prisma', /^(prisma|@prisma\/(?!schema-engine-wasm).*)$/],
  ['aws', /^@aws-sdk\/client-/],
  ['next', /^react(-dom)?$/],
  ['tailwind', /^(tailwindcss|@tailwindcss\/.*)$/],
  ['socket', /^socket\.io(-client)?$/],
  ['mutation', /^@stryker-mutator\//],
];

test.each(RELEASED_TOGETHER)('the packages of %s have one version', (_name, pattern) => {
  const members = Object.keys(wanted).filter((name) => pattern.test(name));
  expect(members.length).toBeGreaterThan(1);
  expect(new Set(members.map((name) => wanted[name]))).toHaveLength(1);
});

test('the engine that writes migrations is the one that Prisma’s own version names', () => {
  const engines = locked['node_modules/@prisma/engines-version']?.version;
  expect(engines).toBeDefined();
  expect(wanted['@prisma/schema-engine-wasm']).toBe(engines);
});

test('every group of the updater still has members', () => {
  const groups = [...read('.github/dependabot.yml').matchAll(/^ {6}(\w+):\n {8}patterns: \[(.*)\]$/gm)];
  expect(groups.length).toBeGreaterThan(RELEASED_TOGETHER.length);
  const patterns = groups.flatMap(([, group = '', list = '']) =>
    list.split(', ').map((quoted) => ({ group, pattern: quoted.slice(1, -1) })),
  );
  const idle = patterns.filter(
    ({ pattern }) =>
      !Object.keys(wanted).some((name) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      ),
  );
  expect(idle).toEqual([]);
});

test('every package is wanted in one exact version', () => {
  expect(Object.values(wanted).filter((version) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([]);
});

test('the lock file leaves it to each machine where packages come from', () => {
  expect(Object.keys(locked).length).toBeGreaterThan(500);
  expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
