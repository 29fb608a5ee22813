import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FindingKind, findingsIn } from '@/lib/core/findings';
import { isPoorTitle } from '@/lib/market/advice/rules';
import { canPublish } from '@/lib/market/requests/rules';

const kinds = (text: string): FindingKind[] => findingsIn(text).map(({ kind }) => kind);
const KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('what should not stand in a request is found', () => {
  test.each<[FindingKind, string]>([
    ['accessKeyId', `We use ${KEY_ID} for the pipeline.`],
    ['accessKeyId', 'key: ASIAJEXAMPLEXEG2JICE'],
    ['secretKey', `aws_secret_access_key = ${SECRET_KEY}`],
    ['secretKey', `"SecretAccessKey": "${SECRET_KEY}"`],
    ['secretKey', `AWS_SECRET_ACCESS_KEY=${SECRET_KEY}`],
    ['maybeSecretKey', `and then ${SECRET_KEY} stopped working`],
    ['sessionToken', `AWS_SESSION_TOKEN=${'IQoJb3JpZ2luX2Vj'.repeat(8)}`],
    ['sessionToken', `FwoGZXIvYXdzE${'AbC1'.repeat(30)}`],
    ['privateKey', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow'],
    ['privateKey', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['token', `ghp_${'a1B2'.repeat(9)}`],
    ['token', ['xoxb', '123456789012', 'abcdefABCDEF'].join('-')],
    ['password', 'The password is Winter2026!'],
    ['password', 'DB_PASSWORD=hunter22'],
    ['password', 'password: s3cr3t-thing'],
    ['password', 'postgres://admin:hunter22@db.example.com/shop'],
    ['email', 'Write to mary.major@example.com please'],
    ['email', 'mary (at) example (dot) com'],
    ['email', 'mary at example dot com'],
    ['phone', 'Call +44 20 7946 0958'],
    ['phone', 'Call +1 (555) 010-9999 today'],
    ['phone', 'or (020) 7946-0958'],
    ['phone', '555-010-9999'],
    ['phone', '020 7946 0958'],
    ['phone', 'My phone is 7946 0958'],
    ['phone', 'whatsapp: 4915112345678'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toEqual([kind]);
  });

  test('each once, with its line, and of secrets only the beginning', () => {
    const found = findingsIn(`First line\nmary@example.com and +44 20 7946 0958\n${KEY_ID}`);
    expect(found).toEqual([
      { kind: 'email', line: 2, shown: 'mary@example.com' },
      { kind: 'phone', line: 2, shown: '+44 20 7946 0958' },
      { kind: 'accessKeyId', line: 3, shown: 'AKIAIOS…' },
    ]);
    expect(JSON.stringify(findingsIn(`secret key: ${SECRET_KEY}`))).not.toContain(SECRET_KEY.slice(12));
  });
});

describe('what belongs into a request is left alone', () => {
  test.each([
    'Account 123456789012 and account 1234-5678-9012 share a VPC.',
    'arn:aws:iam::123456789012:role/service-role/MyLambdaRole-1AB2CD3EF4GH',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db/password-AbCdEf',
    'The hosts 10.0.12.7, 192.168.100.200 and 172.16.0.0/12 on port 5432.',
    'fe80::1ff:fe23:4567:890a and 2001:db8::1 time out.',
    'Upgrade from 1.29.4 to 1.31.0, PostgreSQL 15.3 to 17.2, Node 24.11.1.',
    'The bill went from $1,250.00 to $10,000.99, about 2,700 USD.',
    'Since 2026-11-26 10:15:00, from 26.11.2026 to 01/12/2026, at 2026-11-26T10:15:00.000Z.',
    'i-0abcd1234efgh5678, vpc-0123456789abcdef0, sg-01234567, ami-0123456789abcdef0',
    'Commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12 broke it.',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'The password is rotated weekly and the passphrase is missing.',
    'Password: required by the policy. Passwords are kept in Secrets Manager.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a shell script
    'PASSWORD=${DB_PASSWORD} and password=<secret>, passwd: ********',
    'We use git@github.com:acme/shop.git and ec2-user@ec2-1-2-3-4.compute.amazonaws.com.',
    'npm i left-pad@1.3.0 @aws-sdk/client-s3@3.700.0',
    'A mobile app with 10000000 users, 300 GB, 1500 requests per second.',
    'We look at Kubernetes and at Docker, and at dot releases.',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.html',
    's3://acme-logs-123456789012/AWSLogs/123456789012/CloudTrail/eu-west-1/2026/11/26/',
    '/var/task/node_modules/Shop/Src/Handler1/index.js and com/acme/Shop/Service1/Handler/MainClass',
    'Invoice 555-0109, order 2026-000123, ticket 00412345, ISBN 978-3-16-148410-0.',
    'uuid 0192f0e1-7c3a-7b5e-9a55-0c1d2e3f4a5b',
  ])('%s', (text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test('any sentence of plain words and small numbers', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const small = fc.integer({ min: 0, max: 9_999 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, small), { maxLength: 60 }), (words) => {
        const text = words
          .map((one) => (/^(?:at|dot|tel|cell|mobile|phone|signal|pwd)$/.test(one) ? 'x' : one))
          .join(' ');
        // Two or three numbers in a row may read as a phone number to anybody.
        fc.pre(!/\d+ \d+/.test(text));
        expect(findingsIn(text)).toEqual([]);
      }),
    );
  });

  test('no text takes long', () => {
    const long = [
      'a@'.repeat(750),
      '0 '.repeat(750),
      'password '.repeat(160),
      'a.'.repeat(750),
      '+1'.repeat(700),
      'A1b/'.repeat(375),
    ];
    const began = performance.now();
    for (const text of long) findingsIn(text);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('publishing', () => {
  const title = 'Lambda cannot read a bucket';
  const description = 'It says access denied since Monday. We have tried three policies.';

  test('goes through where nothing is found', () => {
    expect(canPublish({ title, description })).toBeNull();
  });

  test('asks once about contact details, naming the field and the line, and lets the writer decide', () => {
    const with2 = `${description}\nCall +44 20 7946 0958.`;
    expect(canPublish({ title, description: with2 })?.fields).toEqual({
      description: 'This has a phone number (+44 20 7946 0958, line 2).',
      asIs: expect.stringContaining('Post it as is'),
    });
    expect(canPublish({ title, description: with2, asIs: true })).toBeNull();
  });

  test('is refused with a secret, whatever is ticked', () => {
    const leaked = `${description} secret key ${SECRET_KEY}`;
    const answer = canPublish({ title, description: leaked, asIs: true });
    expect(answer?.fields).toEqual({ description: expect.stringContaining('secret access key') });
    expect(JSON.stringify(answer)).not.toContain(SECRET_KEY);
  });
});

describe("the guide's title advice", () => {
  test.each([
    'Need help',
    'Blocked',
    'Request',
    'Feedback',
    'Need help urgently please',
    'Looking for an AWS expert',
    'Help needed with AWS!!',
  ])('"%s" is poor', (title) => expect(isPoorTitle(title)).toBe(true));
  test.each([
    'Need help with IAM permissions',
    'Unable to connect to my database',
    'Request for a guided tour of machine learning capabilities',
    'Feedback needed on our proposed architecture',
    'Migrate website to AWS',
    '',
  ])('"%s" is not', (title) => expect(isPoorTitle(title)).toBe(false));
});
