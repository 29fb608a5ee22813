import { describe, expect, test } from 'vitest';
import { findingsIn, sayFindings } from '@/lib/core/findings';
import { canPostFor, canPublish, customerNameFor, nameOfClient } from '@/lib/market/requests/rules';
import { CONTACT_NAME } from '@/lib/market/requests/schema';
import { regionsNamedIn, servicesNamedIn } from '@/lib/market/tags/rules';

const kinds = (text: string) => findingsIn(text).map(({ kind }) => kind);
const digits = (count: number) => '1234567890123456'.slice(0, count);

describe('a number is a phone number by how many digits it has', () => {
  test.each([
    ['+1234 567', false],
    ['+1234 5678', true],
    [`+${digits(15)}`, true],
    [`+${digits(16)}`, false],
    ['012 345 67', false],
    ['012 345 678', true],
    ['01234 5678 12345', false],
    ['phone 1234 56', false],
    ['phone 1234 567', true],
    [`phone ${digits(15)}`, true],
    [`phone ${digits(16)}`, false],
  ])('%s: %s', (text, found) => {
    expect(kinds(text)).toEqual(found ? ['phone'] : []);
  });
});

describe('what only looks like it is left alone', () => {
  test.each([
    'Log in as ec2-user@example.com',
    'Clone git@example.com',
    'The host is db@something.internal',
    `secret key ${'0123456789abcdef'.repeat(3).slice(0, 40)}`,
    'src/main/java/com/acme/Shop/Order/ServiceA',
    'the password is rotated weekly',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test.each([
    ['Write to git.hub@example.com', ['email']],
    ['Write to my-root@example.com', ['email']],
    ['Write to ada@internal.example.com', ['email']],
    ['password = rotated', ['password']],
    ["password='rotated'", ['password']],
  ])('but not %s', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });
});

describe('forty signs may be a secret key', () => {
  const fill = (text: string) => text + 'x'.repeat(40 - text.length);
  test.each([
    ['a path', fill('com/acme/Shop/Service1/orderItems/Order'), false],
    ['a path with numbers', fill('v2/acme12/Shop1234/serviceOne/2026/Item'), false],
    ['a part that no name is written like', fill('com/aBc9D/Shop/Service1/orderItems'), true],
    ['a number that is too long for a name', fill('com/acme12345/Shop/Service1/orderItems'), true],
    ['no digit', fill('aBcDeF/GhIjK/'), false],
    ['no capital letter', fill('abc1d2e3/f4g5h6/'), false],
    ['no small letter', `${'ABC1D2E3/F4G5H6/'.repeat(2)}ABC1D2E3`, false],
    ['no sign of base64', fill('aBc1D2e3F4'), false],
    ['all four', fill('aBc1D2e3F4/g5H6+'), true],
  ])('%s (%s): %s', (_what, text, found) => {
    expect(text).toHaveLength(40);
    expect(kinds(`see ${text} there`)).toEqual(found ? ['maybeSecretKey'] : []);
  });
});

describe('what was found is said', () => {
  test('in a line, and short', () => {
    expect(findingsIn(`${'a'.repeat(30)}@example.com`)[0]?.shown).toBe(`${'a'.repeat(30)}@example.…`);
  });

  test('with five by name and the rest by number', () => {
    const many = findingsIn(Array.from({ length: 7 }, (_, at) => `ada${at}@example.com`).join('\n'));
    expect(sayFindings(many, true)).toMatch(/ada4@example\.com, line 5\) and 2 more\.$/);
    expect(sayFindings(many.slice(0, 1), false)).toBe('This has an email address (ada0@example.com).');
    expect(sayFindings([], true)).toBeNull();
  });

  test('of a private key only that it is one', () => {
    expect(findingsIn('-----BEGIN RSA PRIVATE KEY-----')[0]?.shown).toBe('BEGIN PRIVATE KEY');
  });
});

describe('publishing', () => {
  const mail = 'Write to mary@example.com';
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const fieldsOf = (texts: Parameters<typeof canPublish>[0]) => Object.keys(canPublish(texts)?.fields ?? {});

  test('names the field with a finding, and the way to post as it is', () => {
    expect(fieldsOf({ title: mail, description: 'Fine' })).toEqual(['title', 'asIs']);
    expect(fieldsOf({ title: 'Fine', description: mail })).toEqual(['description', 'asIs']);
    expect(canPublish({ title: mail, description: mail })?.fields).toMatchObject({
      title: expect.not.stringContaining('line'),
      description: expect.stringContaining('line 1'),
    });
    expect(canPublish({ title: mail, description: mail, asIs: true })).toBeNull();
  });

  test('has no such way for a secret, beside whatever else it stands', () => {
    expect(fieldsOf({ title: mail, description: token, asIs: true })).toEqual(['title', 'description']);
  });
});

test('a person posts for a customer they belong to, while nobody has stopped it', () => {
  const person = (suspended: boolean) =>
    ({ kind: 'person', customers: [{ tenantId: 'u', rights: [], suspended }], companies: [] }) as never;
  expect(canPostFor(person(false), 'u')).toBeNull();
  expect(canPostFor(person(true), 'u')?.code).toBe('forbidden');
  expect(canPostFor(person(false), 'x')?.code).toBe('not_found');
});

test('a customer has their account’s name at home, and the request’s name outside', () => {
  const names = [{ contactName: 'Ada' }, { name: 'Northwind' }] as const;
  expect(customerNameFor('customer', ...names)).toBe('Northwind');
  expect(customerNameFor('company', ...names)).toBe('Ada');
});

test('a client’s name is cut to what fits', () => {
  expect(nameOfClient(' Ada ')).toBe('Ada');
  expect(nameOfClient('x'.repeat(CONTACT_NAME.max + 5))).toBe('x'.repeat(CONTACT_NAME.max));
});

test('services and Regions are suggested in the order in which a text names them, six at most', () => {
  const s3 = 'Amazon S3';
  const rds = 'Amazon RDS';
  expect(servicesNamedIn(`${rds}, then ${s3}`)).toEqual(servicesNamedIn(`${s3}, then ${rds}`).reverse());
  expect(regionsNamedIn('Frankfurt, then us-west-2, then eu-central-1')).toEqual([
    'eu-central-1',
    'us-west-2',
  ]);
  expect(servicesNamedIn('Lambda, S3, RDS, EC2, DynamoDB, CloudFront, SQS, SNS')).toHaveLength(6);
});
