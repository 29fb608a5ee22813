import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSchema } from './diff';

const OUTPUT = 'lib/platform/db/generated';
const STAMP = join(OUTPUT, '.made-from');

/** Makes Prisma's client from the schema where it is missing or older than the schema. True where it was made. */
export function generateClient(): boolean {
  const require = createRequire(import.meta.url);
  const prisma = require.resolve('prisma/package.json');
  const made = createHash('sha256').update(readSchema()).update(readFileSync(prisma)).digest('hex');
  if (existsSync(join(OUTPUT, 'client.ts')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === made)
    return false;
  const run = spawnSync(
    process.execPath,
    [join(dirname(prisma), 'build/index.js'), 'generate', '--no-hints'],
    {
      encoding: 'utf8',
      // `generate` does not use the schema engine, but downloads it unless it is told of one: any program will do.
      // Never for `migrate` or `db push`, which would do nothing and report success.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    },
  );
  if (run.status !== 0) {
    const error = new Error(
      `Couldn’t generate the database client: ${(run.stderr || run.stdout || '').trim()}`,
    );
    error.name = 'GenerateProblem';
    throw error;
  }
  writeFileSync(STAMP, made);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = generateClient();
  process.stdout.write(made ? `Generated ${OUTPUT}\n` : `${OUTPUT} is up to date.\n`);
}
