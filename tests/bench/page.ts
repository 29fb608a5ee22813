import { type Browser, openBrowser, textOf } from './browser';
import { type Figure, percentile, say } from './measure';

const WARM_UP = 50;
const PAIRS = 300;
const CARDS = 20;
const FLOOR = '/dev/empty';
const SUBJECT = '/work';

/** How long a full page of open requests takes, measured against a page that holds nothing. */
export async function measurePage(port: number): Promise<Figure> {
  const browser = openBrowser(port);
  try {
    const entered = await browser.press('/demo', 'value="expert"');
    if (entered.status !== 303) throw new Error(`the demo's door answered ${entered.status}`);
    const html = textOf(await browser.get(SUBJECT));
    const cards = new Set(html.match(/href="\/work\/[0-9a-z]{26}/g)).size;
    if (cards !== CARDS) throw new Error(`${SUBJECT} has ${cards} cards, not ${CARDS}`);
    for (let round = 0; round < WARM_UP; round += 1)
      for (const path of [FLOOR, SUBJECT]) await timed(browser, path);
    const times: Record<string, number[]> = { [FLOOR]: [], [SUBJECT]: [] };
    for (let round = 0; round < PAIRS; round += 1)
      // Each goes first in every other pair, so that neither always pays for what the other left to clear up.
      for (const path of round % 2 === 0 ? [FLOOR, SUBJECT] : [SUBJECT, FLOOR])
        times[path]!.push(await timed(browser, path));
    const [floor, subject] = [FLOOR, SUBJECT].map((path) => {
      // The tenth tells what it takes where nothing else has the machine.
      const [tenth, half, most] = [0.1, 0.5, 0.95].map((share) => percentile(times[path]!, share).toFixed(2));
      say(`  ${path.padEnd(12)} p10 ${tenth} ms, p50 ${half} ms, p95 ${most} ms, ${PAIRS} times`);
      return percentile(times[path]!, 0.5);
    });
    return { name: 'page', ratio: subject! / floor!, goal: 3 };
  } finally {
    browser.close();
  }
}

/** Milliseconds until the last byte. */
async function timed(browser: Browser, path: string): Promise<number> {
  const began = performance.now();
  const { status } = await browser.get(path);
  const took = performance.now() - began;
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return took;
}
