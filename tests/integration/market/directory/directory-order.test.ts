import { beforeAll, describe, expect, test } from 'vitest';
import { findExperts, type ListedExpert } from '@/lib/market/directory/queries';
import { BEGINS_WITH, type Filters, RATES, readPlace, STARS } from '@/lib/market/directory/schema';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { listed } from '@/tests/fixtures/directory';
import { drift, review } from '@/tests/fixtures/directory-truth';
import { makeConversation } from '@/tests/fixtures/requests';
import { makeWorld } from '@/tests/fixtures/world';

describe('the order', () => {
  /** Every expert by the rule as it is published, worked out by a plain query from the rows themselves. */
  async function naive(where: Prisma.Sql): Promise<string[]> {
    const { customers, stars } = BEGINS_WITH;
    const rows = await database().$queryRaw<{ id: string }[]>`
      SELECT e.id FROM "expert" e JOIN "person" p ON p.id = e."personId" JOIN "company" c ON c.id = e."companyId"
      LEFT JOIN LATERAL (SELECT count(*) AS n, sum(stars) AS s, avg(stars) AS average FROM "review" r
        WHERE r."expertId" = e.id AND r.status = 'published') AS rating ON true
      WHERE e."publishedAt" IS NOT NULL AND e."leftAt" IS NULL AND p."suspendedAt" IS NULL
        AND c."suspendedAt" IS NULL AND c."closedAt" IS NULL AND (${where})
      ORDER BY round((${customers * stars} + coalesce(rating.s, 0)) * 100.0 / (${customers} + rating.n)) DESC,
        round(extract(epoch FROM greatest(e."publishedAt",
          (SELECT max(a."createdAt") FROM "response" a WHERE a."expertId" = e.id AND a.origin = 'answer')))) DESC, e.id DESC`;
    return rows.map(({ id }) => id);
  }

  async function walk(filters: Filters): Promise<ListedExpert[]> {
    const all: ListedExpert[] = [];
    let from: string | null = null;
    do {
      const page = await findExperts(filters, readPlace(from ?? undefined));
      all.push(...page.rows);
      from = page.next;
    } while (from);
    return all;
  }

  beforeAll(async () => {
    // Numbers from a fixed start: a row that fails can be looked at again.
    let state = 7;
    const dice = (sides: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
    const words = ['marmot', 'heron', 'otter', 'badger', 'lynx', 'osprey', 'vole'];
    for (let company = 0; company < 40; company += 1) {
      let companyId: string | undefined;
      for (let expert = 0; expert <= dice(3); expert += 1) {
        const made = await listed({
          name: `Person ${company} ${expert}`,
          companyId,
          summary: words.filter((_, rank) => dice(rank + 1) === 0).join(' '),
          country: ['SE', 'US', 'IN'][dice(3)],
          code: ['SAA', 'SAP', 'DOP', 'SCS'][dice(4)],
          languages: dice(2) ? ['English'] : ['English', 'Swedish'],
          rateFrom: dice(5) ? BigInt(4_000 + dice(300) * 100) : null,
          freelancer: dice(2) === 0,
          publishedAt: new Date(Date.UTC(2026, dice(10), 1 + dice(5))),
        });
        companyId = made.companyId;
      }
      const count = dice(6);
      if (count && companyId)
        await review(
          companyId,
          Array.from({ length: count }, () => 1 + dice(5)),
        );
    }
  }, 60_000);

  const text = (word: string) =>
    Prisma.sql`to_tsvector('english', e.summary || ' ' || e.headline || ' ' || c.name || ' ' || p.name) @@ to_tsquery('english', ${word})`;
  const holds = (...codes: string[]) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "certification" h WHERE h."expertId" = e.id AND h.status = 'verified' AND h.code = ANY(${codes}))`;
  const cases: [string, Filters, Prisma.Sql][] = [
    ['everybody', {}, Prisma.sql`true`],
    ['a word', { q: 'marmot' }, text('marmot')],
    ['two words', { q: 'marmot heron' }, Prisma.sql`${text('marmot')} AND ${text('heron')}`],
    ['a rare word', { q: 'vole' }, text('vole')],
    ['a country', { country: 'SE' }, Prisma.sql`c.country = 'SE'`],
    ['a certification', { code: 'DOP' }, holds('DOP')],
    [
      'a level and a word',
      { level: 'professional', q: 'heron' },
      Prisma.sql`${holds('SAP', 'DOP', 'AIP')} AND ${text('heron')}`,
    ],
    ['a language', { language: 'swedish' }, Prisma.sql`'Swedish' = ANY (e.languages)`],
    ['freelancers', { kind: 'freelancer' }, Prisma.sql`c.freelancer`],
    ...RATES.map((rate): [string, Filters, Prisma.Sql] => [
      `a rate of ${rate}`,
      { rate },
      Prisma.sql`e."rateFromMinor" <= ${rate * 100}`,
    ]),
    ...STARS.map((stars): [string, Filters, Prisma.Sql] => [
      `${stars} tenths of a star`,
      { stars },
      Prisma.sql`rating.average * 10 >= ${stars}`,
    ]),
  ];
  test.each(cases)(
    'of %s is the published one, page by page to the end, nobody twice',
    async (_, filters, where) => {
      const expected = await naive(where);
      const walked = await walk(filters);
      expect(walked.map(({ id }) => id)).toEqual(expected);
      expect(new Set(expected).size).toBe(expected.length);
    },
  );

  test('stays right through whatever happens to its rows', async () => {
    const db = database();
    const world = await makeWorld();
    expect(await drift()).toEqual([]);
    const { expertId, companyId, certificationId } = world;
    await db.company.update({
      where: { id: companyId },
      data: { name: 'Renamed', country: 'FR', partner: true },
    });
    const { personId } = world.people.expert;
    await db.person.update({ where: { id: personId }, data: { name: 'Edda Other', timeZone: 'Asia/Tokyo' } });
    await db.personPhoto.create({
      data: {
        personId,
        hash: 'c0ffee',
        small: Buffer.from('s'),
        large: Buffer.from('l'),
        updatedAt: new Date(),
      },
    });
    await review(companyId, [1, 2]);
    await makeConversation(db, {
      requestId: world.otherRequestId,
      customerId: world.otherCustomerId,
      companyId,
      expertId,
    });
    expect(await drift()).toEqual([]);
    expect((await findExperts({ q: 'Edda Other', country: 'FR' }, null)).rows).toMatchObject([
      { name: 'Edda Other', companyName: 'Renamed', timeZone: 'Asia/Tokyo', photo: 'c0ffee', stars: 150 },
    ]);
    await db.personPhoto.delete({ where: { personId } });
    expect((await findExperts({ q: 'Edda Other' }, null)).rows).toMatchObject([{ photo: null }]);
    await db.review.updateMany({ where: { companyId }, data: { status: 'held' } });
    await db.certification.update({ where: { id: certificationId }, data: { status: 'expired' } });
    await db.expert.update({ where: { id: expertId }, data: { languages: ['French'], rateFromMinor: null } });
    expect(await drift()).toEqual([]);
    await db.certification.deleteMany({ where: { expertId: world.otherExpertId } });
    expect(await drift()).toEqual([]);
  });

  test('stays right where changes meet', async () => {
    const db = database();
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, index) => listed({ name: `Racer ${index}`, company: `Race ${index}` })),
    );
    await Promise.all(
      made.flatMap(({ companyId, personId, expertId, certificationId }, index) => [
        db.company.update({ where: { id: companyId }, data: { name: `Track ${index}` } }),
        db.person.update({ where: { id: personId }, data: { name: `Runner ${index}` } }),
        db.expert.update({ where: { id: expertId }, data: { headline: 'Ran before the others' } }),
        db.certification.update({ where: { id: certificationId }, data: { code: 'DOP' } }),
        db.expert.update({ where: { id: expertId }, data: { languages: ['Finnish'] } }),
      ]),
    );
    expect(await drift()).toEqual([]);
  });
});
