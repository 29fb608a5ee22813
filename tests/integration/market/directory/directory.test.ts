import { beforeAll, describe, expect, test } from 'vitest';
import { CERTIFICATIONS } from '@/lib/market/certifications/catalog';
import { findCompanies, findExperts } from '@/lib/market/directory/queries';
import { type Filters, readFilters, readPlace } from '@/lib/market/directory/schema';
import { database } from '@/lib/platform/db/client';
import { listed } from '@/tests/fixtures/directory';
import { drift, levelOf, review } from '@/tests/fixtures/directory-truth';

const names = async (filters: Filters) => (await findExperts(filters, null)).rows.map(({ name }) => name);

describe('who is in the directory', () => {
  test('is published, has not left, and neither person nor company is suspended or closed', async () => {
    const db = database();
    const seen = await listed({ name: 'Visible Vera', headline: 'Quokka pipelines', summary: '' });
    expect(await names({ q: 'quokka' })).toEqual(['Visible Vera']);
    const { expertId: id, personId, companyId } = seen;
    const at = new Date();
    const hidden = {
      unpublished: [
        () => db.expert.update({ where: { id }, data: { publishedAt: null } }),
        () => db.expert.update({ where: { id }, data: { publishedAt: at } }),
      ],
      left: [
        () => db.expert.update({ where: { id }, data: { leftAt: at } }),
        () => db.expert.update({ where: { id }, data: { leftAt: null } }),
      ],
      suspended: [
        () => db.person.update({ where: { id: personId }, data: { suspendedAt: at } }),
        () => db.person.update({ where: { id: personId }, data: { suspendedAt: null } }),
      ],
      'of a suspended company': [
        () => db.company.update({ where: { id: companyId }, data: { suspendedAt: at } }),
        () => db.company.update({ where: { id: companyId }, data: { suspendedAt: null } }),
      ],
      'of a closed company': [
        () => db.company.update({ where: { id: companyId }, data: { closedAt: at } }),
        () => db.company.update({ where: { id: companyId }, data: { closedAt: null } }),
      ],
    };
    for (const [how, [hide, show]] of Object.entries(hidden)) {
      await hide!();
      expect(await names({ q: 'quokka' }), how).toEqual([]);
      expect((await findCompanies({ q: 'quokka' }, null)).rows, how).toEqual([]);
      await show!();
      expect(await names({ q: 'quokka' }), how).toEqual(['Visible Vera']);
      expect((await findCompanies({ q: 'quokka' }, null)).rows, how).toHaveLength(1);
    }
    expect(await drift()).toEqual([]);
  });

  test('a half-filled profile is nowhere, not by name either', async () => {
    await listed({ name: 'Hidden Hjordis', headline: 'Wombat clusters', published: false });
    expect(await names({ q: 'wombat' })).toEqual([]);
    expect(await names({ q: 'Hjordis' })).toEqual([]);
    expect(await names({ q: 'Hjrdis' })).toEqual([]);
  });

  test('no address and no number of a certificate is in a row', async () => {
    const text = JSON.stringify((await findExperts({}, null)).rows, (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(text).not.toMatch(/@|validationNumber|personId/);
  });
});

describe('what is found', () => {
  beforeAll(async () => {
    const first = await listed({
      name: 'Geneviève Lapointe-Ross',
      company: 'Alder and Finch',
      headline: 'Web shops under load',
      summary: 'I move shops from virtual machines to Kubernetes and keep Aurora quick.',
      country: 'CA',
      code: 'SAP',
      languages: ['English', 'French'],
      rateFrom: 9_000n,
      partner: true,
    });
    await review(first.companyId, [5, 5, 4, 5]);
    const second = await listed({
      name: 'Ingrid Solbakken',
      headline: 'Monitoring, and being woken less',
      summary: 'Alarms on EC2 and on Aurora.',
      country: 'NO',
      code: 'SOA',
      languages: ['English', 'Norwegian'],
      rateFrom: 14_000n,
      freelancer: true,
    });
    await review(second.companyId, [3]);
    await listed({
      name: 'Emeka Nwosu',
      headline: 'Aurora in the morning',
      country: 'GB',
      code: 'CLF',
      rateFrom: null,
      freelancer: true,
    });
  });

  test.each<[string, Filters, string[]]>([
    ['a word in any form', { q: 'alarm auroras' }, ['Ingrid Solbakken']],
    ['a name without its accents', { q: 'genevieve' }, ['Geneviève Lapointe-Ross']],
    ['a misspelt name', { q: 'Ingird Solbaken' }, ['Ingrid Solbakken']],
    ['a name of which one word is misspelt', { q: 'Ingrid Solbaken' }, ['Ingrid Solbakken']],
    ['a misspelt name with a word of the profile', { q: 'lapoint kubernetes' }, ['Geneviève Lapointe-Ross']],
    ['a company by its name', { q: 'Alder and Finch' }, ['Geneviève Lapointe-Ross']],
    ['a phrase', { q: '"virtual machines"' }, ['Geneviève Lapointe-Ross']],
    ['a phrase in another order', { q: '"machines virtual"' }, []],
    ['a word that must not be there', { q: 'aurora -alarms -morning' }, ['Geneviève Lapointe-Ross']],
    ['one or the other', { q: 'kubernetes or alarms' }, ['Geneviève Lapointe-Ross', 'Ingrid Solbakken']],
    ['a certification', { q: 'aurora', code: 'SOA' }, ['Ingrid Solbakken']],
    ['a level', { q: 'aurora', level: 'professional' }, ['Geneviève Lapointe-Ross']],
    ['a country', { q: 'aurora', country: 'GB' }, ['Emeka Nwosu']],
    ['a language', { q: 'aurora', language: 'norwegian' }, ['Ingrid Solbakken']],
    ['a rate', { q: 'aurora', rate: 100 }, ['Geneviève Lapointe-Ross']],
    ['a rating', { q: 'aurora', stars: 45 }, ['Geneviève Lapointe-Ross']],
    ['a service in other words', { service: 'eks' }, ['Geneviève Lapointe-Ross']],
    ['partners', { q: 'aurora', partner: 'yes' }, ['Geneviève Lapointe-Ross']],
    ['firms', { q: 'aurora', kind: 'firm' }, ['Geneviève Lapointe-Ross']],
    [
      'freelancers, the best standing first',
      { q: 'aurora', kind: 'freelancer' },
      ['Emeka Nwosu', 'Ingrid Solbakken'],
    ],
    [
      'everything at once',
      { q: 'aurora', country: 'CA', code: 'SAP', level: 'professional', rate: 100, stars: 40 },
      ['Geneviève Lapointe-Ross'],
    ],
    ['a certification of this name that is none', { q: 'aurora', code: 'ZZZ' }, []],
  ])('%s', async (_, filters, expected) => {
    expect(await names(filters)).toEqual(expected);
  });

  test('names that are alike are said to be alike, and a page of them goes on with them', async () => {
    const page = await findExperts({ q: 'Solbaken' }, null);
    expect(page.alike).toBe(true);
    expect((await findExperts({ q: 'Solbakken' }, null)).alike).toBe(false);
    expect((await findExperts({ q: 'the' }, null)).alike).toBe(false);
  });

  test("a name of words that are all somebody else's is misspelt in any of them", async () => {
    await listed({ name: 'Karin Holm' });
    await listed({ name: 'Karen Halm' });
    expect(await names({ q: 'Karen Holm' })).toEqual(['Karen Halm', 'Karin Holm']);
    expect(await names({ q: 'Karen Hxlm' })).toEqual(['Karen Halm']);
  });

  test.each(CERTIFICATIONS)('$code is of the level that the list says', async ({ code, level }) => {
    expect(await levelOf(code)).toBe(level.toLowerCase());
  });

  test.each(["'", '"', '\\', '& | !', '<->', ':*', '%', '=country:CA', "') OR 1=1", '😀', '   ', '-', 'or'])(
    'what no search is made of, such as %s, breaks nothing',
    async (q) => {
      await expect(findExperts(readFilters({ q }), null)).resolves.toBeTruthy();
      await expect(findCompanies(readFilters({ q }), null)).resolves.toBeTruthy();
    },
  );

  test('a company is found by what its experts hold, and by their names', async () => {
    const found = async (filters: Filters) =>
      (await findCompanies(filters, null)).rows.map(({ name }) => name);
    expect(await found({ code: 'SAP', country: 'CA' })).toEqual(['Alder and Finch']);
    expect(await found({ q: 'Lapointe' })).toEqual(['Alder and Finch']);
    expect(await found({ q: 'Aldr Finch' })).toEqual(['Alder and Finch']);
  });
});

describe('an address', () => {
  test('that is broken is read as far as it makes sense', () => {
    expect(
      readFilters({ rate: '101', stars: 'many', kind: 'robot', country: "'; DROP", partner: 'no' }),
    ).toEqual({});
    expect(readFilters({ rate: ['100', '50'], q: '  two \n words ' })).toEqual({ rate: 100, q: 'two words' });
    for (const text of ['', 'x', 'w1', "w1.'"]) expect(readPlace(text)).toBeNull();
  });
});
