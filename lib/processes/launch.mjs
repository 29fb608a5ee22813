import './node.mjs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

/**
 * `launch.mjs start --dev` bundles that entry point of `lib/processes` for plain Node and runs it, here. With `--bundle` it
 * bundles all that are named and runs none. So no compiler stays in the memory of what runs for months.
 */
// The bundles belong to the code, not to a data folder: packages are found by walking up from here.
const FOLDER = '.data/build';

/** Packages stay where npm put them. Answers what is wrong, or nothing. */
async function bundle(entries) {
  try {
    await build({
      entryPoints: entries.map((entry) => join('lib/processes', `${entry}.ts`)),
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
    });
    return '';
  } catch (error) {
    const first = error.errors?.[0];
    const where = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
    return `Couldn’t bundle the processes: ${where}${first?.text ?? error.message}.`;
  } finally {
    // Its service is a process of its own, which would stay as long as this one.
    await stop();
  }
}

const [first, ...rest] = process.argv.slice(2);
const alone = first === '--bundle';
const problem = await bundle(alone ? rest : [first]);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
if (!alone) {
  process.argv.splice(2, 1);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(resolve(FOLDER, `${first}.mjs`)).href);
}
