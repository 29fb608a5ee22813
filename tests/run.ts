import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateClient } from '@/lib/platform/migrations/generate';
import { type Report, readPlaywright, readVitest, slowest } from './report';

/**
 * `npm test`: every proof, in the order in which a failure is cheapest, ending with one line `N passed, N failed`.
 * `npm test -- unit lint` runs only those; a word that names no step chooses test files by their path; `--changed` runs the
 * tests that reach what is not committed yet, `--changed=main` what differs from there.
 */
type Step = {
  name: string;
  commands: string[][];
  environment?: Record<string, string>;
  /** What it wrote down of its tests; a step without is one proof. */
  report?: () => Report;
};

const folder = mkdtempSync(join(tmpdir(), 'groundcrew-report-'));
const packages = createRequire(resolve('package.json'));
/** A package's program, run by this Node: the shell's search path may lead to another one. */
const program = (name: string, bin: string) => join(dirname(packages.resolve(`${name}/package.json`)), bin);
const binaryOf = (name: string, bin: string) => resolve('node_modules', name, bin);

const LAYERS = ['unit', 'architecture', 'contract', 'integration', 'model'] as const;
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const long = process.argv.includes('--long');
const live = words.includes('live');
const changed = process.argv.find((word) => /^--changed(=|$)/.test(word));
const since = changed?.split('=')[1] ?? 'HEAD';
const chosen = long ? ['model'] : live ? ['contract'] : words;
const filters = words.filter((word) => word !== 'live' && !isStep(word));

function isStep(word: string): boolean {
  return ['types', 'lint', 'boundaries', 'unused', 'e2e', ...LAYERS].includes(word);
}

const layer = (name: string): Step => {
  const report = join(folder, `${name}.json`);
  const vitest = [program('vitest', 'vitest.mjs'), 'run', '--project', name, ...filters];
  return {
    name,
    commands: [
      [
        ...vitest,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        // What must hold everywhere reads every file, and imports few of them.
        ...(changed && name !== 'architecture' ? [`--changed=${since}`, '--passWithNoTests'] : []),
      ],
    ],
    environment: { ...(long ? { MODEL_RUNS: '400' } : {}), ...(live ? { GROUNDCREW_LIVE: '1' } : {}) },
    report: () => readVitest(report),
  };
};

const boundaries = [
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'err',
  'app',
  'components',
  'lib',
];
/**
 * The browser tests that have changed themselves, all of them with a file that they share. What a test imports says nothing
 * of the pages that it visits: for those there is `npm test -- e2e`.
 */
function changedBrowserTests(): string[] {
  const git = (...words: string[]) =>
    execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean);
  const files = [
    ...git('diff', '--name-only', '--diff-filter=d', since, '--', 'tests/e2e'),
    ...git('ls-files', '--others', '--exclude-standard', 'tests/e2e'),
  ];
  return files.every((file) => file.endsWith('.test.ts')) ? files : ['tests/e2e'];
}
const browserTests = changed ? changedBrowserTests() : filters;

const STEPS: Record<string, Step> = {
  // Next writes the types of its own routes first; a fresh clone has none.
  types: {
    name: 'types',
    commands: [
      [program('next', 'dist/bin/next'), 'typegen'],
      [program('typescript', 'bin/tsc'), '--noEmit', '-p', '.'],
    ],
  },
  lint: { name: 'lint', commands: [[binaryOf('@biomejs/biome', 'bin/biome'), 'ci', '--colors=off', '.']] },
  boundaries: {
    name: 'boundaries',
    commands: [[binaryOf('dependency-cruiser', 'bin/dependency-cruiser.mjs'), ...boundaries]],
  },
  unused: {
    name: 'unused',
    commands: [['--no-progress'], ['--no-progress', '--production']].map((words) => [
      binaryOf('knip', 'bin/knip.js'),
      ...words,
    ]),
  },
  ...Object.fromEntries(LAYERS.map((name) => [name, layer(name)])),
  e2e: {
    name: 'e2e',
    commands: [[binaryOf('@playwright/test', 'cli.js'), 'test', ...browserTests]],
    environment: { E2E_REPORT: join(folder, 'e2e.json') },
    report: () => readPlaywright(join(folder, 'e2e.json')),
  },
};

async function execute(
  command: string[],
  environment: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
  const code = await new Promise<number>((done, fail) =>
    child.once('error', fail).once('close', (code) => done(code ?? 1)),
  );
  return { code, said };
}

async function perform(step: Step): Promise<Report> {
  const began = performance.now();
  let said = '';
  let code = 0;
  for (const command of step.commands) {
    const run = await execute(command, step.environment ?? {});
    said += run.said;
    code = run.code;
    if (code !== 0) break;
  }
  const found = outcomeOf(step, code);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const told = step.report
    ? `${found.passed} passed, ${found.failed} failed`
    : code === 0
      ? 'passed'
      : 'failed';
  process.stdout.write(`  ${step.name.padEnd(13)}${seconds.padStart(7)} s  ${told}\n`);
  if (found.failed > 0) process.stdout.write(`\n${said.trimEnd()}\n\n`);
  return found;
}

function outcomeOf(step: Step, code: number): Report {
  if (!step.report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, tests: [] };
  let found: Report = { passed: 0, failed: 0, tests: [] };
  try {
    found = step.report();
  } catch {
    // No report: it ended before it could write one.
  }
  // Nothing ran, or it ended badly without a failed test: that is a failure too.
  const nothing = found.passed === 0 && !changed;
  return found.failed === 0 && (code !== 0 || nothing) ? { ...found, failed: 1 } : found;
}

const names = Object.keys(STEPS).filter((name) => {
  const steps = chosen.filter(isStep);
  return steps.length === 0 || steps.includes(name);
});
const wanted = (...some: string[]) =>
  some.filter((name) => names.includes(name)).map((name) => STEPS[name] as Step);

const began = performance.now();
process.stdout.write('Groundcrew: every proof\n');
generateClient();
const total: Report = { passed: 0, failed: 0, tests: [] };
const inTurn = async (steps: Step[]) => {
  for (const step of steps) {
    const found = await perform(step);
    total.passed += found.passed;
    total.failed += found.failed;
    total.tests.push(...found.tests);
  }
};
// Two at a time, for two cores: what reads the source, and then the model, which mostly waits, beside what runs it. The
// browsers have the machine to themselves.
await Promise.all([
  inTurn(wanted('types', 'lint', 'boundaries', 'unused', 'model')),
  inTurn(wanted('unit', 'architecture', 'contract', 'integration')),
]);
if (!changed || browserTests.length > 0) await inTurn(wanted('e2e'));
rmSync(folder, { recursive: true, force: true });
if (total.tests.length > 10) process.stdout.write(`\nThe ten slowest\n${slowest(total.tests, 10)}`);
process.stdout.write(
  `\n${((performance.now() - began) / 1000).toFixed(0)} s\n${total.passed} passed, ${total.failed} failed\n`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
