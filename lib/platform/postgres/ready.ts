import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { databaseProblem } from './reach';

/** Whether this process can work: its database answers, and is of this mode. Throws where not. */
export async function requireReady(): Promise<void> {
  const [row] = await database().$queryRaw<{ demo: boolean | null }[]>`SELECT demo FROM installation`;
  if (row?.demo !== (env.MODE === 'demo'))
    throw databaseProblem(
      `The database of the process ${env.PROCESS} is not one of MODE=${env.MODE}: correct its address.`,
    );
}
