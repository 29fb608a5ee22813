import { adoptDatabase, database, openDatabase } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { addressesOf } from '@/lib/platform/postgres/addresses';
import { lookAt } from '@/lib/platform/postgres/mode';
import { brokenSeal } from '@/lib/trust/audit/queries';
import { runCommand, startProblem } from './start/problem';

/** `npm run audit:verify`: walks the whole chain of the audit's seals, and fails where one does not fit. */
await runCommand(async () => {
  await lookAt(addressesOf(env).owner, env.MODE);
  adoptDatabase(openDatabase(env.DATABASE_URL, 1));
  try {
    const position = await brokenSeal();
    if (position !== null)
      throw startProblem(
        `Seal ${position} of the audit doesn’t fit: its entry, or one before it, was changed, removed or added later. Keep this database as it is, and compare it with a backup.`,
      );
    const seals = await database().auditSeal.count();
    const last = await database().auditSeal.findFirst({ orderBy: { position: 'desc' } });
    process.stdout.write(
      last
        ? `All ${seals} seals fit. The newest is ${last.position}: ${last.hash}\n`
        : 'Nothing is sealed yet.\n',
    );
  } finally {
    await database().$disconnect();
  }
});
