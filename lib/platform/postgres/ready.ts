import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { databaseProblem } from './reach';

/** Whether this process can work: its database answers, and is of this mode. Throws where not. */
export async function requireReady(): Promise<void> {
  const [row] = await database().$queryRaw<{ demo: boolean | null }[]>`SELECT demo FROM installation`;
  if (row?.demo !== (env.MODE === 'demo'))
    throw databaseProblem(
      `The database of the process ${env.PROCESS} doesn’t belong to MODE=${env.MODE}. Fix its address.`,
    );
}
