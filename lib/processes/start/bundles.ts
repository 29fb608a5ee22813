import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { startProblem } from './problem';

/** Where the bundles lie. They belong to the code, not to a data folder: packages are found by walking up from here. */
const FOLDER = '.data/build';
export const bundleOf = (entry: string) => resolve(FOLDER, `${entry}.mjs`);

/** Bundles the entry points of `lib/processes` for plain Node; packages stay where npm put them. */
export async function buildBundles(entries: readonly string[]): Promise<void> {
  const points = entries.map((entry) => join('lib/processes', `${entry}.ts`));
  const missing = points.filter((point) => !existsSync(point));
  if (missing.length > 0) throw startProblem(`The source is not complete: ${missing.join(', ')} is missing.`);
  const result = await build({
    entryPoints: points,
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    alias: { '@': resolve('.') },
    sourcemap: 'linked',
    logLevel: 'silent',
  }).catch((error: { errors?: { text: string; location?: { file: string; line: number } }[] }) => {
    const first = error.errors?.[0];
    if (!first) throw error;
    const where = first.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw startProblem(`The processes could not be bundled: ${where}${first.text}.`);
  });
  if (result.errors.length > 0) throw startProblem('The processes could not be bundled.');
}
