import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { place } from './place';

/** The last warnings and errors in the logs of the product's processes, the oldest first. */
export function warnings(most = 20): string[] {
  const folder = join(place().dataDir, 'logs');
  const timeOf = (line: string) => Number(/"time":(\d+)/.exec(line)?.[1]);
  return readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => /^{"level":[456]0,/.test(line))
    .sort((a, b) => timeOf(a) - timeOf(b))
    .slice(-most);
}
