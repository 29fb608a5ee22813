import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The schema as the newest migration leaves it; the next migration is the difference to it. */
export const SNAPSHOT = 'prisma/migrations/schema.snapshot';
const SCHEMA = 'prisma/schema';
const MIGRATIONS = 'prisma/migrations';

/** The whole schema folder as one text, files in the order of their names. */
export function readSchema(folder = SCHEMA): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
    .concat('\n');
}

/** The SQL that leads from one schema to another, exactly as Prisma would write it. Empty where nothing differs. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  engine ??= openEngine();
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const result = await (await engine).diff({
    from: from === null ? { tag: 'empty' } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = result.stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}

/** Writes the next migration, or answers null where the schema has not changed. Hand-written SQL may be added to it afterwards. */
export async function writeMigration(name: string, at: Date): Promise<string | null> {
  const schema = readSchema();
  const sql = await diffSchemas(existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : null, schema);
  if (sql === '') return null;
  const folder = join(MIGRATIONS, `${at.toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(SNAPSHOT, schema);
  return join(folder, 'migration.sql');
}

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let engine: Promise<SchemaEngine> | undefined;

/** Prisma's engine as WebAssembly: its native one would have to be downloaded. Node does not import `.wasm` by itself. Its bindings hold one instance. */
async function openEngine(): Promise<SchemaEngine> {
  const glue = bindings as Bindings;
  const file = join(
    dirname(createRequire(resolve('package.json')).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, noDatabase);
}

const ok = <T>(value: T) => ({ ok: true as const, value });
const never = () => Promise.reject(new Error('Comparing two schemas asked for a database'));
const base = { provider: 'postgres', adapterName: 'none', errorRegistry: { consumeError: () => undefined } };
const version = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [5, 7, 0],
  rows: [[true, 'PostgreSQL 18.0', 180_000]],
};
/** Two schemas are compared without a database; the engine insists on asking one for its version, and this answers. */
const noDatabase = {
  ...base,
  connect: async () =>
    ok({
      ...base,
      getConnectionInfo: () => ok({ supportsRelationJoins: true }),
      queryRaw: async () => ok(version),
      executeRaw: never,
      executeScript: never,
      startTransaction: never,
      dispose: async () => ok(undefined),
    }),
  connectToShadowDb: never,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2] ?? '';
  if (name === '--written') {
    writeFileSync(SNAPSHOT, readSchema());
    process.stdout.write('The schema is marked as migrated. The migrations test proves it.\n');
  } else if (/^[a-z][a-z0-9_]*$/.test(name)) {
    const written = await writeMigration(name, new Date());
    process.stdout.write(
      written ? `Wrote ${written}\n` : 'The schema hasn’t changed since the last migration.\n',
    );
  } else {
    process.stderr.write(
      'Name the migration in lowercase:      npm run db:diff -- add_listings\n' +
        'After writing one by hand:            npm run db:diff -- --written\n',
    );
    process.exit(1);
  }
}
