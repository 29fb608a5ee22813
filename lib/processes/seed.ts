import { endTurns } from '@/lib/access/turns/turn';
import { loadRequests } from '@/lib/demo/world/bulk';
import { makeDemoWorld } from '@/lib/demo/world/make';
import { adoptDatabase, database, openDatabase } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { adoptQueue, openQueue } from '@/lib/platform/jobs/queue';
import { addressesOf } from '@/lib/platform/postgres/addresses';
import { lookAt } from '@/lib/platform/postgres/mode';
import { wireAll } from '@/lib/wiring/wire';
import { runCommand, startProblem } from './start/problem';
import { isEmpty } from './start/world';

/**
 * Without arguments: makes the demo world, once, in an empty database. `--requests 1000000`: adds so many open requests by
 * bulk load. Demo mode alone, on a database that says of itself that it is a demo.
 */
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** No commit waits for the disk: a world that is cut off is made anew, and the last commit of all brings it down. */
function unflushed(address: string): string {
  const url = new URL(address);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

await runCommand(async () => {
  if (env.MODE !== 'demo') throw startProblem('The demo world exists only in demo mode.');
  const at = process.argv.indexOf('--requests');
  const count = at > 0 ? Number(process.argv[at + 1]) : null;
  if (count !== null && !(Number.isInteger(count) && count > 0))
    throw startProblem('Say how many: npm run seed -- --requests 1000000');
  await lookAt(addressesOf(env).owner, 'demo');
  if (count !== null) return loadRequests(env.DATABASE_URL, count, say);
  if (!(await isEmpty(env.DATABASE_URL)))
    throw startProblem(
      'The demo world needs an empty database, and this one has people in it. Remove the data folder to start over.',
    );
  wireAll();
  adoptDatabase(openDatabase(unflushed(env.DATABASE_URL), 4));
  const boss = await openQueue(env.DATABASE_URL, 'sends');
  adoptQueue(boss);
  try {
    const made = await makeDemoWorld(say);
    say(`${made.experts} experts in ${made.companies} companies, ${made.requests} requests`);
  } finally {
    await endTurns();
    await boss.stop({ graceful: false });
    await database().$disconnect();
  }
});
