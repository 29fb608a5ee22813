import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateClient } from '@/lib/platform/migrations/generate';

/**
 * `npm test`: every proof, in the order in which a failure is cheapest, ending with one line `N passed, N failed`.
 * `npm test -- unit lint` runs only those; a word that names no step chooses test files by their path.
 */
type Count = { passed: number; failed: number };
type Step = {
  name: string;
  commands: string[][];
  environment?: Record<string, string>;
  counted?: (report: string) => Count;
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
    commands: [[...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
    environment: { ...(long ? { MODEL_RUNS: '400' } : {}), ...(live ? { GROUNDCREW_LIVE: '1' } : {}) },
    counted: () => {
      const found = JSON.parse(readFileSync(report, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
        testResults: { status: string; assertionResults: unknown[] }[];
      };
      // A file that cannot even be loaded has no tests in it, and is a failure all the same.
      const unloaded = found.testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.length === 0,
      );
      return { passed: found.numPassedTests, failed: found.numFailedTests + unloaded.length };
    },
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
    commands: [[binaryOf('@playwright/test', 'cli.js'), 'test', ...filters]],
    environment: { E2E_REPORT: join(folder, 'e2e.json') },
    counted: () => {
      const { stats } = JSON.parse(readFileSync(join(folder, 'e2e.json'), 'utf8')) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
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

async function perform(step: Step): Promise<Count> {
  const began = performance.now();
  let said = '';
  let code = 0;
  for (const command of step.commands) {
    const run = await execute(command, step.environment ?? {});
    said += run.said;
    code = run.code;
    if (code !== 0) break;
  }
  const count = countOf(step, code, said);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const told = step.counted
    ? `${count.passed} passed, ${count.failed} failed`
    : code === 0
      ? 'passed'
      : 'failed';
  process.stdout.write(`  ${step.name.padEnd(13)}${seconds.padStart(7)} s  ${told}\n`);
  if (count.failed > 0) process.stdout.write(`\n${said.trimEnd()}\n\n`);
  return count;
}

function countOf(step: Step, code: number, said: string): Count {
  if (!step.counted) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let count: Count = { passed: 0, failed: 0 };
  try {
    count = step.counted(said);
  } catch {
    // No report: it ended before it could write one.
  }
  // Nothing ran, or it ended badly without a failed test: that is a failure too.
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) count.failed = 1;
  return count;
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
const total: Count = { passed: 0, failed: 0 };
const inTurn = async (steps: Step[]) => {
  for (const step of steps) {
    const count = await perform(step);
    total.passed += count.passed;
    total.failed += count.failed;
  }
};
// Two at a time, for two cores: what reads the source beside what runs it. The browsers have the machine to themselves.
await Promise.all([
  inTurn(wanted('types', 'lint', 'boundaries', 'unused')),
  inTurn(wanted('unit', 'architecture', 'contract', 'integration', 'model')),
]);
await inTurn(wanted('e2e'));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `\n${((performance.now() - began) / 1000).toFixed(0)} s\n${total.passed} passed, ${total.failed} failed\n`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
