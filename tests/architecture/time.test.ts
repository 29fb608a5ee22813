import { expect, test } from 'vitest';
import { CODE, read } from './source';

/** A minute, two, an hour or a day, written out in seconds or milliseconds. */
const SPAN = /(?<![\w.])(?:60_?000|120_?000|3_?600(?:_?000)?|86_?400(?:_?000)?)(?![\w.])/;

/** Files that hold such a number as a fact of somebody else's. */
const OTHERS: Record<string, string> = {
  'lib/core/time.ts': 'tells them',
  'lib/policies/template.ts': 'AWS takes MaxSessionDuration in seconds',
  'lib/sandbox/aws/accounts.ts': 'AWS takes MaxSessionDuration in seconds',
  'lib/sandbox/aws/federation.ts': 'AWS takes SessionDuration in seconds',
  'lib/sandbox/aws/iam-roles.ts': 'AWS takes MaxSessionDuration in seconds',
  'lib/sandbox/aws/sts.ts': 'AWS takes DurationSeconds in seconds',
};

/** Code without its comments and texts. */
const bare = (code: string) =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
const spelled = (code: string) => SPAN.test(bare(code));

test('a minute, an hour and a day are told in lib/core/time.ts alone', () => {
  const files = CODE.filter((path) => /^(app|components|lib)\/|^proxy\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(800);
  const found = files.filter((path) => !(path in OTHERS) && spelled(read(path)));
  expect(found).toEqual([]);
  expect(Object.keys(OTHERS).filter((path) => path !== 'lib/core/time.ts' && !spelled(read(path)))).toEqual(
    [],
  );
});

test('is seen where somebody spells one out', () => {
  for (const code of ['5 * 60_000', 'at + 86400000;', '{ seconds: 3600 }', '(24 * 3_600_000)', '[60_000]'])
    expect(spelled(code), code).toBe(true);
  for (const code of ['60_0001', "'3600'", '// 60_000', 'x.3600', '600'])
    expect(spelled(code), code).toBe(false);
});
