const REPORTS = '.data/mutation';

// `npm run test:mutation` breaks one place at a time and looks whether a unit test notices. What is broken here is pure, so
// the unit tests alone decide, without a database. CONTRIBUTING.md says how long it takes, and how to look at less.
export default {
  mutate: [
    'lib/*/*/{lifecycle,rules}.ts',
    'lib/core/{lifecycle,money,rights,scope}.ts',
    'lib/money/*/schema.ts',
    'lib/policies/**/*.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/setup/mutation.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once, while a module loads, is tables and constants: each such mutant would run every test. The tables are
  // compared with tests/unit/wiring/lifecycles.txt anyway.
  ignoreStatic: true,
  mutator: {
    // Nearly every string of a rule is a sentence for people. What it says is reviewed, not tested word by word.
    excludedMutations: ['StringLiteral'],
  },
  thresholds: { high: 95, low: 85, break: 85 },
  // A machine that is busy with something else must not look like a mutant that never ends.
  timeoutMS: 20_000,
  concurrency: 1,
  incremental: true,
  incrementalFile: `${REPORTS}/incremental.json`,
  tempDirName: `${REPORTS}/sandbox`,
  cleanTempDir: 'always',
  ignorePatterns: ['/.data', '/.next', '/test-results', '/playwright-report', '/.look'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  htmlReporter: { fileName: `${REPORTS}/report.html` },
  jsonReporter: { fileName: `${REPORTS}/report.json` },
};
