import { adoptDatabase, database, openDatabase } from '@/lib/db/client';
import { loadRequests } from '@/lib/demo/world/bulk';
import { makeDemoWorld } from '@/lib/demo/world/make';
import { env } from '@/lib/env';
import { adoptQueue, openQueue } from '@/lib/jobs/queue';

/**
 * Without arguments: makes the demo world, once, in an empty database. `--requests 1000000`: fills it by bulk load for
 * benchmarks. Demo mode alone.
 */
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

if (env.MODE !== 'demo') {
  process.stderr.write('The demo world exists in demo mode alone.\n');
  process.exit(1);
}

const at = process.argv.indexOf('--requests');
if (at > 0) {
  const count = Number(process.argv[at + 1]);
  if (!Number.isInteger(count) || count < 1) {
    process.stderr.write('Say how many: npm run seed -- --requests 1000000\n');
    process.exit(1);
  }
  await loadRequests(env.DATABASE_URL, count, say);
} else {
  adoptDatabase(openDatabase(env.DATABASE_URL, 4));
  const boss = await openQueue(env.DATABASE_URL, 'sends');
  adoptQueue(boss);
  try {
    const made = await makeDemoWorld();
    say(`${made.experts} experts in ${made.companies} companies, ${made.requests} requests`);
  } finally {
    await boss.stop({ graceful: false });
    await database().$disconnect();
  }
}
