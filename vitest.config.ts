import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { chapters } from './app/(public)/guide/chapter-loader.mjs';

const environment = 'tests/setup/environment.ts';
const withDatabase = {
  globalSetup: ['tests/setup/postgres.ts'],
  setupFiles: ['tests/setup/database.ts', 'tests/setup/wiring.ts'],
};

/** A layer of the tests is a folder of `tests`. */
const project = (name: string, more: object = { setupFiles: [environment] }) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`], ...more },
});

export default defineConfig({
  plugins: [chapters()],
  resolve: {
    alias: {
      '@': resolve(import.meta.dirname),
      'server-only': resolve(import.meta.dirname, 'tests/setup/empty.ts'),
    },
  },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A worker loads the program once, not for each file: tests/setup/last-file.ts ends what one file would leave the next.
    isolate: false,
    // One more than the cores of a small machine: each waits for Postgres a quarter of its time.
    maxWorkers: 3,
    sequence: { setupFiles: 'list' },
    passWithNoTests: false,
    projects: [
      project('unit'),
      project('architecture', { setupFiles: [environment], testTimeout: 60_000 }),
      project('contract', { setupFiles: [environment], testTimeout: 60_000 }),
      project('integration', withDatabase),
      project('model', { ...withDatabase, testTimeout: 300_000 }),
    ],
  },
});
