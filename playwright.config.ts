import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/setup/chromium';
import { freePorts } from './tests/setup/ports';

// This file is read again by every worker: the first reading decides, the others find what it decided.
process.env.E2E_PORT ??= String(await freePorts());
const root = process.getuid?.() === 0;
const chromium = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{test,spec}.ts',
  globalSetup: './tests/setup/browser.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  // The longest goes first, so that nobody waits for it in the end.
  projects: [
    { name: 'journey', testMatch: '**/journey.test.ts' },
    { name: 'rooms', testIgnore: '**/journey.test.ts' },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['list']],
  use: {
    browserName: 'chromium',
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium's own sandbox does not work for root.
      args: ['--disable-background-networking', ...(root ? ['--no-sandbox'] : [])],
    },
    video: 'off',
    // A trace of every test takes half of the whole time: `--trace retain-on-failure` where one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    // What moves is drawn anew sixty times a second, in every page that stays open.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
