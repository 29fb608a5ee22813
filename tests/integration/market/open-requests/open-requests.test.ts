import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { chance } from '@/lib/demo/world/bulk';
import {
  type OpenRequestCard,
  type OpenRequestsPage,
  openRequestsOf,
} from '@/lib/market/open-requests/queries';
import { readSearch } from '@/lib/market/open-requests/rules';
import { FEW_BELOW } from '@/lib/market/open-requests/schema';
import { database } from '@/lib/platform/db/client';
import { makeCompany, makeCustomer, makePerson, viewerOf } from '@/tests/fixtures/world';

const COUNT = 3_000;
const WORDS = 'lambda bucket cost slow cluster network backup restore mail audit'.split(' ');
const SERVICES = ['lambda', 's3', 'rds', 'vpc'];
const BUDGETS = ['from50', 'from100', 'from1000'] as const;
const now = new Date();
const HOUR = 3_600_000;

type Facts = {
  id: string;
  position: number;
  title: string;
  description: string;
  budget: (typeof BUDGETS)[number];
  services: string[];
  status: string;
  responseCount: number;
  slots: number | null;
  createdAt: Date;
  own: boolean;
  hidden: boolean;
  suspended: boolean;
};
let reader: Person;
let facts: Facts[];

beforeAll(async () => {
  const db = database();
  const roll = chance(11);
  const personId = await makePerson(db, 'Freya Lund');
  await makeCompany(db, 'Lund and Sons', [[personId, ['owner']]]);
  const poster = await makePerson(db, 'Piet Bos');
  const [others, own, closed] = [
    await makeCustomer(db, 'Others', [[poster, ['owner']]]),
    await makeCustomer(db, 'Own', [[personId, ['owner']]]),
    await makeCustomer(db, 'Closed', [[poster, ['owner']]]),
  ];
  const some = (list: readonly string[], most: number) => [
    ...new Set(
      Array.from({ length: Math.floor(roll() * (most + 1)) }, () => list[Math.floor(roll() * list.length)]!),
    ),
  ];
  // Word k stands in about one of 2^k requests: from most of them to a handful.
  const words = (share: number) => WORDS.filter((_, rank) => roll() < share / 2 ** rank).join(' ');
  const rows = Array.from({ length: COUNT }, (_, place) => {
    const responseCount = Math.floor(roll() * 8);
    return {
      customerId: roll() < 0.03 ? own : roll() < 0.03 ? closed : others,
      postedBy: poster,
      title: `Request about ${words(0.5)}`,
      description: `A description with enough characters, and with ${words(1)} in it.`,
      budget: BUDGETS[Math.floor(roll() * 3)]!,
      location: 'anywhere' as const,
      services: some(SERVICES, 2),
      contactName: 'Piet',
      contactEmail: 'piet@people.test',
      status: roll() < 0.9 ? ('accepting' as const) : ('paused' as const),
      responseCount,
      openCount: responseCount,
      slots: roll() < 0.5 ? 4 : null,
      createdAt: new Date(now.getTime() - (COUNT - place) * HOUR),
    };
  });
  for (let at = 0; at < COUNT; at += 500) await db.request.createMany({ data: rows.slice(at, at + 500) });
  // The older half stands close together, the newer half far apart: so every kind of block is looked into.
  await db.$executeRaw`UPDATE "open_request" SET position = -position WHERE position > 1500`;
  await db.$executeRaw`UPDATE "open_request" SET position = 1500 - (position + 1500) * 397 WHERE position < 0`;
  const made = await db.request.findMany({ include: { place: true } });
  const hidden = new Set(made.filter(() => roll() < 0.03).map(({ id }) => id));
  await db.requestMark.createMany({
    data: [...hidden].map((requestId) => ({ personId, requestId, mark: 'hidden' as const, at: now })),
  });
  await db.customer.update({ where: { id: closed }, data: { suspendedAt: now } });
  reader = await viewerOf(db, personId);
  facts = made
    .map((row) => ({
      ...row,
      budget: row.budget as Facts['budget'],
      position: Number(row.place?.position ?? -1),
      own: row.customerId === own,
      suspended: row.customerId === closed,
      hidden: hidden.has(row.id),
    }))
    .sort((a, b) => b.position - a.position);
}, 120_000);

const has = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text);
const tierOf = ({ responseCount }: Facts) => (responseCount === 0 ? 0 : responseCount < 5 ? 1 : 2);

type Asked = {
  q?: string;
  budget?: string[];
  service?: string[];
  within?: string;
  responses?: string;
  free?: string;
  sort?: string;
};

/** The same search the slow way: row by row, over what the rows say. */
function naive(asked: Asked, whole: boolean): string[] {
  const wanted = facts.filter((one) => {
    if (one.status !== 'accepting' || one.own || one.hidden || one.suspended) return false;
    const text = whole ? `${one.title} ${one.description}` : one.title;
    for (const word of (asked.q ?? '').split(' ').filter(Boolean))
      if (word.startsWith('-') ? has(text, word.slice(1)) : !has(text, word)) return false;
    if (asked.budget?.length && !asked.budget.includes(one.budget)) return false;
    if (asked.service?.length && !asked.service.some((code) => one.services.includes(code))) return false;
    if (asked.within && one.createdAt.getTime() < now.getTime() - Number(asked.within) * 24 * HOUR)
      return false;
    if (asked.responses === 'none' && one.responseCount > 0) return false;
    if (asked.responses === 'few' && one.responseCount >= FEW_BELOW) return false;
    return !(asked.free && one.slots !== null && one.responseCount >= one.slots);
  });
  if (asked.sort === 'few') wanted.sort((a, b) => tierOf(a) - tierOf(b) || b.position - a.position);
  return wanted.map(({ id }) => id);
}

const pageOf = (
  asked: Asked,
  at: { before?: string; after?: string },
  whole: boolean,
): Promise<OpenRequestsPage> =>
  openRequestsOf({ person: reader, whole }, readSearch(asked).search, { ...at, now });

/** Every page to the end by "older", and back to the top by "newer". */
async function walk(asked: Asked, whole: boolean) {
  const down: OpenRequestCard[] = [];
  let page = await pageOf(asked, {}, whole);
  for (;;) {
    down.push(...page.rows);
    if (!page.older) break;
    page = await pageOf(asked, { before: page.older }, whole);
  }
  const up: OpenRequestCard[] = [...page.rows];
  for (let newer = page.newer; newer; ) {
    page = await pageOf(asked, { after: newer }, whole);
    up.unshift(...page.rows);
    newer = page.newer;
  }
  return { down: down.map(({ id }) => id), up: up.map(({ id }) => id) };
}

describe('the list of open requests', () => {
  const searches: Asked[] = [
    {},
    { q: 'lambda' },
    { q: 'bucket cost' },
    { q: 'mail' },
    { q: 'audit' },
    { q: 'lambda -bucket' },
    { q: '-lambda' },
    { q: 'nothinglikethis' },
    { budget: ['from50'] },
    { budget: ['from50', 'from1000'], service: ['rds', 'vpc'] },
    { q: 'network', service: ['lambda'] },
    { q: 'backup', budget: ['from100'], responses: 'few' },
    { responses: 'none' },
    { free: 'yes', q: 'slow' },
    { within: '7' },
    { within: '30', q: 'lambda' },
    { sort: 'few' },
    { sort: 'few', q: 'cost', budget: ['from50'] },
    { sort: 'few', responses: 'few', q: 'cluster' },
  ];

  test.each(searches)(
    'finds by %o what the slow way finds, in its order, page by page to the end',
    async (asked) => {
      const expected = naive(asked, true);
      expect((await walk(asked, true)).down).toEqual(expected);
    },
  );

  test('counts free places only where a request has a number of them', async () => {
    const { rows } = await pageOf({}, {}, true);
    const bySlots = new Map(facts.map(({ id, slots, responseCount }) => [id, { slots, responseCount }]));
    const expected = rows.map(({ id }) => {
      const { slots, responseCount } = bySlots.get(id)!;
      return slots === null ? null : Math.max(slots - responseCount, 0);
    });
    expect(expected).toContain(null);
    expect(rows.map(({ places }) => places)).toEqual(expected);
  });

  test.each(searches)('for %o in titles alone likewise', async (asked) => {
    expect((await walk(asked, false)).down).toEqual(naive(asked, false));
  });

  test.each(searches.filter(({ sort }) => !sort))(
    'leads back to the top from the end of %o',
    async (asked) => {
      const { up } = await walk(asked, true);
      // The first page is whole again, so its last rows may have stood on the one after it as well.
      expect([...new Set(up)]).toEqual(naive(asked, true));
    },
  );
});
