import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLANTED, SOUND } from './planted';

const config = createRequire(resolve('package.json'))('./.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: { enhancedResolveOptions: object };
};

async function cruiseTree(root: string, folders: string[]): Promise<ICruiseResult> {
  const before = process.cwd();
  process.chdir(root);
  try {
    const { enhancedResolveOptions, ...options } = config.options;
    const tsConfig = join(root, 'tsconfig.json');
    const result = await cruise(
      folders,
      {
        ...options,
        baseDir: root,
        validate: true,
        ruleSet: config as unknown as IFlattenedRuleSet,
        enhancedResolveOptions,
        tsConfig: { fileName: tsConfig },
      } as never,
      undefined,
      { tsConfig: extractTSConfig(tsConfig) },
    );
    return result.output as ICruiseResult;
  } finally {
    process.chdir(before);
  }
}

const broken = (result: ICruiseResult) =>
  result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);

describe('the rules of who imports whom', () => {
  let root: string;
  let found: string[];

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'groundcrew-planted-')));
    const files = {
      ...SOUND,
      ...Object.fromEntries(Object.values(PLANTED).flatMap(({ file, code }) => (code ? [[file, code]] : []))),
    };
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `${code}\n`);
    }
    cpSync('tsconfig.json', join(root, 'tsconfig.json'));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    found = broken(await cruiseTree(root, ['app', 'components', 'lib', 'tests']));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('every rule has a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(
      [...new Set(config.forbidden.map(({ name }) => name))].sort(),
    );
  });

  test.each(Object.entries(PLANTED))('%s is caught', (rule, { file }) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test('sound files are left alone', () => {
    const sound = Object.keys(SOUND).filter((path) => path !== 'lib/market/shop/hen.ts');
    expect(found.filter((line) => sound.includes(line.split(': ')[1] ?? ''))).toEqual([]);
  });
});

test('the project keeps the rules', async () => {
  const result = await cruiseTree(resolve('.'), ['app', 'components', 'lib']);
  expect(result.summary.totalCruised).toBeGreaterThan(200);
  expect(broken(result)).toEqual([]);
  // Every import of the project is resolved: on a machine that does much else that takes minutes.
}, 240_000);
