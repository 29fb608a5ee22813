import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { place } from './place';
import { warnings } from './warnings';

export type Person = { page: Page; context: BrowserContext };

type Fixtures = {
  /** A browser of one's own for each person; an unexpected error in any console fails the test. */
  person: (name: string) => Promise<Person>;
  /** What a test itself brings about in a console, such as a lost socket after a kill. Nothing otherwise. */
  tolerated: RegExp;
};

/** What Chromium itself writes into the console when a page answers 4xx, as a refused page should. */
const EXPECTED = /Failed to load resource: the server responded with a status of 4\d\d/;

/** What a page is made of: none of it may be missing, whatever the page itself answers. */
const PARTS = ['stylesheet', 'script', 'image', 'font', 'media', 'manifest', 'other'];

export const test = base.extend<Fixtures>({
  tolerated: [/^never$/, { option: true }],
  person: async ({ browser, tolerated }, use, info) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    await use(async (name) => {
      const context = await browser.newContext({ baseURL: place().app });
      context.on('weberror', (error) => problems.push(`${name}: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text()) && !tolerated.test(message.text()))
          problems.push(`${name}: ${message.text()} (${message.page()?.url()})`);
      });
      context.on('response', (response) => {
        const kind = response.request().resourceType();
        if (response.status() >= 400 && PARTS.includes(kind))
          problems.push(
            `${name}: ${response.status()} ${response.url()}, a part of ${response.frame().url()}`,
          );
      });
      contexts.push(context);
      const page = await context.newPage();
      return { page, context };
    });
    const failed = info.status !== info.expectedStatus;
    for (const line of failed ? warnings() : []) process.stdout.write(`${line}\n`);
    for (const [index, context] of contexts.entries()) {
      if (failed)
        for (const [number, page] of context.pages().entries())
          await info.attach(`person-${index}-${number}`, {
            body: await page.screenshot().catch(() => Buffer.alloc(0)),
            contentType: 'image/png',
          });
      await context.close();
    }
    expect(problems, 'errors in a console').toEqual([]);
  },
});

export { expect };
