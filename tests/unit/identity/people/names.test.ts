import { describe, expect, test } from 'vitest';
import { canBeNamed, type Named } from '@/lib/identity/names/rules';
import { nameFromAddress } from '@/lib/identity/sign-in/rules';

const OPERATOR = 'Harbour Cloud GmbH';
const refused = (name: string, kind: Named) => canBeNamed({ name }, kind, OPERATOR)?.fields?.name ?? null;

describe('a name that passes for the installation’s own', () => {
  test.each([
    'Groundcrew',
    'GROUNDCREW Support',
    'Ground Crew',
    'Gr0undcrew',
    'Groundcrevv',
    'Grоundсrеw', // Cyrillic о, с, е
    'Ground\u200bcrew',
    'Ｇｒｏｕｎｄｃｒｅｗ',
    '𝐆𝐫𝐨𝐮𝐧𝐝𝐜𝐫𝐞𝐰',
    'Support',
    'Suрроrt',
    'Supp0rt Team',
    'S u p p o r t',
    'Admin',
    'Adm\u00adin',
    'АDMIN',
    'Adrnin',
    'Ádmin',
    'Site Administrator',
    'AWS',
    'A.W.S.',
    'AWS Support',
    'Amazon Web Services',
    'Security Team',
    'Harbour Cloud',
    'Harb0ur Cloud Ltd',
    'HarbourCloud',
  ])('%j is refused for a person, at its field', (name) => {
    expect(refused(name, 'person')).toMatch(/could pass for/);
  });

  test.each([
    'Mateo Lindqvist',
    'Nils Arroyo',
    'Joe Root',
    'Philip Billing',
    'Aws Al-Haddad',
    'Ольга Смирнова',
    'Adminos Petrakis',
    'José Álvarez',
    '山田 太郎',
    'J.R. Tolkien',
    'Dr.Li Wei',
    'St.John Smith',
    'Harbour Bookshop',
  ])('%j is a person’s name', (name) => {
    expect(refused(name, 'person')).toBeNull();
  });

  test('of a company or a customer may say what it does, not whom it speaks for', () => {
    for (const name of [
      'Bright Support Ltd',
      'Cloud for AWS',
      'Admin Systems Inc',
      'Trust & Safety Partners',
    ])
      expect(refused(name, 'organisation'), name).toBeNull();
    for (const name of [
      'AWS Support Experts',
      'Official AWS',
      'Support Team',
      'AWS IQ',
      'Harbour Cloud',
      'A W S',
    ])
      expect(refused(name, 'organisation'), name).toMatch(/could pass for/);
    for (const headline of [
      'AWS support engineer for RDS',
      'Security and compliance',
      'I support admin teams',
    ])
      expect(refused(headline, 'line'), headline).toBeNull();
    for (const headline of ['Official AWS Support', 'Groundcrew staff', 'The Harbour Cloud team'])
      expect(refused(headline, 'line'), headline).toMatch(/could pass for/);
  });

  test.each([
    'mail me: a@b.example',
    'https://evil.example',
    'www.evil.example',
    'evil.com',
    'Evil.Support',
    'pay at evil。com',
    'evil\u200b.com',
    'shop.de',
  ])('%j leads out', (name) => {
    for (const kind of ['person', 'organisation', 'line'] as const)
      expect(refused(name, kind)).toMatch(/Leave email addresses and links/);
  });

  test('is not made of an address either', () => {
    for (const email of ['support@evil.example', 'aws-admin@evil.example', 'harbour.cloud@evil.example'])
      expect(nameFromAddress(email, OPERATOR)).toBe('New person');
    expect(nameFromAddress('una.brandt+x@shop.example', OPERATOR)).toBe('Una Brandt');
  });
});
