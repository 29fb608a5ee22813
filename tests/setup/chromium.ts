import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** The shell first: it draws no window of its own. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Chromium of this machine: the one that CHROMIUM_PATH names, the system's, or Playwright's own. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...places, ...ELSEWHERE, chromium.executablePath()].find(runs) ?? null;
}

/** A Chromium, installed where there is none: by Playwright, else by the distribution. Throws one sentence where neither can. */
export function needChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  const playwright = join(
    dirname(createRequire(resolve('package.json')).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const root = process.getuid?.() === 0;
  const asRoot = (...command: string[]) => (root ? command : ['sudo', '-n', ...command]);
  const ways: string[][][] = [
    [[process.execPath, playwright, 'install', 'chromium']],
    ...['chromium-headless-shell', 'chromium'].map((name) => [
      asRoot('apt-get', 'update'),
      asRoot('apt-get', 'install', '-y', '--no-install-recommends', name),
    ]),
    [asRoot('dnf', 'install', '-y', 'chromium')],
    [asRoot('apk', 'add', 'chromium')],
  ];
  for (const way of ways) {
    say(`no Chromium found; trying ${way.map((command) => command.join(' ')).join(' && ')}`);
    const done = way.every(
      ([program, ...rest]) =>
        spawnSync(program ?? '', rest, { stdio: 'ignore', timeout: 300_000 }).status === 0,
    );
    const installed = done ? findChromium() : null;
    if (installed) return installed;
  }
  throw new Error('The browser tests need a Chromium: install one, or name its program in CHROMIUM_PATH.');
}
