import { adoptDatabase, database, openDatabase } from '@/lib/db/client';
import { makeDemoWorld } from '@/lib/demo/world/make';
import { env } from '@/lib/env';
import { adoptQueue, openQueue } from '@/lib/jobs/queue';

/** Makes the demo world, once, in an empty database. */
if (env.MODE !== 'demo') {
  process.stderr.write('The demo world exists in demo mode alone.\n');
  process.exit(1);
}
adoptDatabase(openDatabase(env.DATABASE_URL, 4));
const boss = await openQueue(env.DATABASE_URL, 'sends');
adoptQueue(boss);
try {
  const made = await makeDemoWorld();
  process.stdout.write(`${made.experts} experts in ${made.companies} companies, ${made.requests} requests\n`);
} finally {
  await boss.stop({ graceful: false });
  await database().$disconnect();
}
