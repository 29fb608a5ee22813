import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keys, parseEnv } from '@/lib/platform/env';
import { diffSchemas, readSchema, SNAPSHOT } from '@/lib/platform/migrations/diff';
import { schema } from '@/lib/platform/variables';
import { CODE, read } from './source';

test('.env.example explains every variable, and no other', () => {
  const wanted = keys.map((key) => `# ${schema.shape[key].description}\n${key}=`);
  const [, ...entries] = readFileSync('.env.example', 'utf8').trim().split('\n\n');
  expect(entries).toEqual(wanted);
});

test('nothing but lib/env reads the environment', () => {
  // Prisma's client program is given the whole of it, with one more: see there.
  const readers = CODE.filter(
    (path) => /^(app|components|lib)\//.test(path) && read(path).includes('process.env'),
  );
  expect(
    readers.filter((path) => !['lib/platform/env.ts', 'lib/platform/migrations/generate.ts'].includes(path)),
  ).toEqual([]);
});

test('live mode names everything that is missing at once', () => {
  const missing = [
    'DATABASE_URL',
    'WEB_DATABASE_URL',
    'WORKER_DATABASE_URL',
    'BROKER_DATABASE_URL',
    'APP_URL',
  ];
  missing.push('NEXTAUTH_SECRET', 'SMTP_URL', 'MAIL_FROM', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET');
  missing.push('AWS_PLATFORM_ACCOUNT', 'AWS_BROKER_ROLE_ARN', 'BROKER_SECRET', 'REALTIME_URL');
  missing.push('OPERATOR_NAME', 'OPERATOR_EMAIL');
  expect.assertions(missing.length);
  try {
    parseEnv({ MODE: 'live' });
  } catch (error) {
    for (const name of missing) expect((error as Error).message).toContain(`${name} is missing`);
  }
});

test('a setting that follows from another is not called missing or wrong with it', () => {
  const listed = (source: Record<string, string>) => {
    try {
      parseEnv({ MODE: 'live', ...source });
    } catch (error) {
      return [...(error as Error).message.matchAll(/^ {2}(\w+) is/gm)].map(([, name]) => name);
    }
    return [];
  };
  expect(listed({})).toContain('APP_URL');
  expect(listed({})).not.toContain('NEXTAUTH_URL');
  expect(listed({ PORT: 'many' }).filter((name) => name?.endsWith('PORT'))).toEqual(['PORT']);
  expect(
    listed({ BROKER_PORT: 'x y' })
      .filter((name) => name?.startsWith('BROKER_'))
      .sort(),
  ).toEqual(['BROKER_DATABASE_URL', 'BROKER_PORT', 'BROKER_SECRET']);
  // Given and wrong, each is its own fault.
  expect(listed({ NEXTAUTH_URL: 'no address' })).toContain('NEXTAUTH_URL');
});

test.each(['STRIPE_ENDPOINT', 'AWS_ENDPOINT', 'SANDBOX_AWS_URL', 'SANDBOX_STRIPE_URL', 'SANDBOX_MAIL_URL'])(
  'live mode refuses %s, which belongs to the demo',
  (name) => {
    expect(() => parseEnv({ MODE: 'live', [name]: 'http://127.0.0.1:4000' })).toThrow(
      `${name} is only for the demo`,
    );
  },
);

test.each([
  ['a user', 'arn:aws:iam::111122223333:user/broker', 'names a user'],
  ['the root of an account', 'arn:aws:iam::111122223333:root', 'must be the ARN of an IAM role'],
  ['a session', 'arn:aws:sts::111122223333:assumed-role/broker/x', 'must be the ARN of an IAM role'],
  ['no ARN', 'groundcrew-broker', 'must be the ARN of an IAM role'],
  ['a role in AWS China', 'arn:aws-cn:iam::111122223333:role/broker', "don't support AWS China"],
  [
    'a role in AWS GovCloud',
    'arn:aws-us-gov:iam::111122223333:role/broker',
    "don't support AWS GovCloud (US)",
  ],
])('live mode refuses %s as the broker, and says why', (_what, arn, why) => {
  expect(() => parseEnv({ MODE: 'live', AWS_BROKER_ROLE_ARN: arn })).toThrow(
    new RegExp(`AWS_BROKER_ROLE_ARN is wrong \\(.*${why.replace(/[()]/g, '\\$&')}`),
  );
});

test('every change of the schema has a migration (npm run db:diff)', async () => {
  expect(existsSync(SNAPSHOT)).toBe(true);
  expect(await diffSchemas(readFileSync(SNAPSHOT, 'utf8'), readSchema())).toBe('');
});
