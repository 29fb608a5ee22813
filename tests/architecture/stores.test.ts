import ts from 'typescript';
import { expect, test } from 'vitest';
import { FILES, read } from './source';

/** The one word for each thing that a store does to rows; docs/architecture.md tells what each of them is. */
const VERBS = ['insert', 'update', 'clear', 'save', 'ensure', 'delete', 'lock', 'claim', 'spend', 'renew'];
/** Other words for the same, and so for none of it. */
const SYNONYMS =
  'add alter append archive change create drop edit forget grow keep make mark move note put record register release ' +
  'remove rename replace reset rewrite set store take touch upsert write';

const WRITES =
  /\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(|\bINSERT INTO\b|\bUPDATE "|\bDELETE FROM\b/;

/** `audit` is a verb itself, and every command calls it. The sandbox's stores are no tables of ours. */
const EXEMPT = new Set(['lib/platform/audit/store.ts audit']);

const firstWord = (name: string) => /^[a-z]+/.exec(name)?.[0] ?? name;

/** The exported functions of a store whose names say something else than they do, or say it by another word. */
function misnamed(path: string, code: string): string[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest);
  return functionsOf(source)
    .filter(({ name, body }) => {
      const verb = firstWord(name);
      if (EXEMPT.has(`${path} ${name}`)) return false;
      return WRITES.test(body) ? !VERBS.includes(verb) : SYNONYMS.split(' ').includes(verb);
    })
    .map(({ name }) => `${path} ${name}`);
}

function functionsOf(source: ts.SourceFile): { name: string; body: string }[] {
  return source.statements.flatMap((statement) =>
    ts.isFunctionDeclaration(statement) &&
    statement.name &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      ? [{ name: statement.name.text, body: statement.getText(source) }]
      : [],
  );
}

test('what writes rows begins with the verb for it, in every store', () => {
  const stores = FILES.filter((path) => /^lib\/(?!sandbox\/).*\/store\.ts$/.test(path));
  expect(stores.length).toBeGreaterThan(50);
  expect(stores.flatMap((path) => misnamed(path, read(path)))).toEqual([]);
});

test('is seen where a store says it by another word', () => {
  const writes = (name: string) => `export async function ${name}(tx) { await rowsOf(tx).card.create({}); }`;
  const reads = (name: string) =>
    `export const a = 1;\nexport function ${name}(tx) { return rowsOf(tx).card; }`;
  for (const name of ['keepCard', 'createCard', 'cardOf', 'addCard', 'insertion'])
    expect(misnamed('store.ts', writes(name)), name).toEqual([`store.ts ${name}`]);
  for (const name of ['insertCard', 'saveCard', 'spend'])
    expect(misnamed('store.ts', writes(name))).toEqual([]);
  for (const name of ['takeCard', 'dropCard']) expect(misnamed('store.ts', reads(name))).toHaveLength(1);
  for (const name of ['cardById', 'cardsOf', 'lockedCard', 'isCard'])
    expect(misnamed('store.ts', reads(name))).toEqual([]);
  expect(
    misnamed(
      'store.ts',
      'export function cards(tx) { return rowsOf(tx).$queryRaw`UPDATE "card" SET a = 1`; }',
    ),
  ).toHaveLength(1);
});
