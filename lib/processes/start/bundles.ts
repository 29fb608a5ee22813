import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { startProblem } from './problem';

/** Where `launch.mjs` lays the bundle of an entry point. */
export const bundleOf = (entry: string) => resolve('.data/build', `${entry}.mjs`);

/** Bundles the entry points of `lib/processes`, in a process of its own, so that none of the compiler stays with us. */
export async function buildBundles(entries: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['lib/processes/launch.mjs', '--bundle', ...entries]);
  } catch (error) {
    throw startProblem((error as { stderr?: string }).stderr?.trim() || (error as Error).message);
  }
}
