import { beforeAll, expect, test } from 'vitest';
import { publishedCompanies, publishedExperts } from '@/lib/market/directory/queries';
import { database } from '@/lib/platform/db/client';
import { listed } from '@/tests/fixtures/directory';
import { review } from '@/tests/fixtures/directory-truth';

let cast: Record<'best' | 'plain' | 'hidden' | 'closed', Awaited<ReturnType<typeof listed>>>;
beforeAll(async () => {
  const db = database();
  cast = {
    plain: await listed({ name: 'Plain Petra' }),
    best: await listed({ name: 'Best Berit' }),
    hidden: await listed({ name: 'Hidden Hjordis', published: false }),
    closed: await listed({ name: 'Closed Cilla' }),
  };
  await review(cast.best.companyId, [5, 5, 5]);
  await db.expert.update({
    where: { id: cast.best.expertId },
    data: { handle: 'best-berit', handleOn: true },
  });
  await db.expert.update({ where: { id: cast.plain.expertId }, data: { handle: 'petra', handleOn: false } });
  await db.company.update({ where: { id: cast.closed.companyId }, data: { closedAt: new Date() } });
});

test('experts of the directory come by standing, with the handle that is on, and nobody who is not in it', async () => {
  const { best, plain } = cast;
  expect(await publishedExperts()).toEqual([
    { expertId: best.expertId, handle: 'best-berit' },
    { expertId: plain.expertId, handle: null },
  ]);
  expect(await publishedExperts(1)).toHaveLength(1);
});

test('companies of the directory come by standing, and none that is closed or has nobody in it', async () => {
  const { best, plain } = cast;
  expect(await publishedCompanies()).toEqual([{ id: best.companyId }, { id: plain.companyId }]);
  expect(await publishedCompanies(1)).toEqual([{ id: best.companyId }]);
});
