import { readFileSync } from 'node:fs';

/** What a runner of tests wrote down: how many, and how long each took. */
export type Report = { passed: number; failed: number; tests: { name: string; ms: number }[] };

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

export function readVitest(path: string): Report {
  const found = read<{
    numPassedTests: number;
    numFailedTests: number;
    testResults: {
      name: string;
      status: string;
      assertionResults: { title: string; duration?: number | null }[];
    }[];
  }>(path);
  // A file that cannot even be loaded has no tests in it, and is a failure all the same.
  const unloaded = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + unloaded.length,
    tests: found.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ title, duration }) => ({
        name: `${name.slice(name.lastIndexOf('/tests/') + '/tests/'.length)}: ${title}`,
        ms: duration ?? 0,
      })),
    ),
  };
}

type Suite = {
  suites?: Suite[];
  specs: { title: string; file: string; tests: { results: { duration: number }[] }[] }[];
};

export function readPlaywright(path: string): Report {
  const { stats, suites } = read<{
    stats: { expected: number; unexpected: number; flaky: number };
    suites: Suite[];
  }>(path);
  const all = (suite: Suite): Report['tests'] => [
    ...suite.specs.flatMap(({ title, file, tests }) =>
      tests.flatMap(({ results }) =>
        results.map(({ duration }) => ({ name: `e2e/${file}: ${title}`, ms: duration })),
      ),
    ),
    ...(suite.suites ?? []).flatMap(all),
  ];
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, tests: suites.flatMap(all) };
}

/** The slowest, one a line: `  12.3 s  e2e/journey.test.ts: a job from …`. */
export function slowest(tests: Report['tests'], most: number): string {
  return [...tests]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ name, ms }) => `  ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}\n`)
    .join('');
}
