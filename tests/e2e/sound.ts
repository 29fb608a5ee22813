import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import { expect } from './test';

/** The packed one: each page reads it anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds, in a line each, once the page has come to rest: it has its title, which Next streams behind the page, and
 * no colour is on its way to another; a lamp that blinks is not waited for. `rules`: these alone.
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.waitForFunction(
    () =>
      document.title !== '' &&
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Infinity),
  );
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      // No page has frames to look into, and what makes an element unique on its page takes axe longer than its rules.
      const options = { runOnly, resultTypes: ['violations'], selectors: false, iframes: false } as const;
      const found = await axe.run(document, options as unknown as Axe.RunOptions);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, any, all }) =>
            `${id}: ${html} ${[...any, ...all].map((check) => check.message).join(' ')}`,
        ),
      );
    },
    rules ? ({ type: 'rule', values: rules } as const) : ({ type: 'tag', values: TAGS } as const),
  );
}

/** axe finds nothing, and the page is no wider than its window. */
export async function sound(page: Page, name = page.url()): Promise<void> {
  expect.soft(await violations(page), name).toEqual([]);
  expect.soft(await sideways(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The same on a phone. */
export async function soundOnPhone(page: Page, name?: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await sound(page, name);
}

/** The same of a page: wide and light, wide and dark, narrow and dark. */
export async function soundThroughout(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await sound(page, `${path} at 1440, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Of all rules this one alone can tell the two looks apart.
  expect.soft(await violations(page, ['color-contrast']), `${path} at 1440, dark`).toEqual([]);
  await soundOnPhone(page, `${path} at 360, dark`);
}

/** By how much the page is wider than the window. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
