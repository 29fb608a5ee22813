import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptDatabase, database } from '@/lib/platform/db/client';
import { prepareHome, removeHome } from '@/lib/platform/embedded/home';
import { forgetEnv, keys } from '@/lib/platform/env';
import { adoptQueue, queue } from '@/lib/platform/jobs/queue';
import { startApplication } from '@/lib/processes/start/application';
import { freePorts } from '../setup/ports';

/** A whole product with the demo world, for this run alone. */
export type Installation = { port: number; stop(): Promise<void> };

/** How long a change of IAM takes in the sandbox, and how long the broker waits for it. */
export const PROPAGATION_SECONDS = 4;

/**
 * Starts every process on free ports with a new data folder, by the supervisor's own way, and makes this process able to
 * run commands beside it, as the web. Builds the pages where they are not fresh. Stopping removes what it made.
 */
export async function openInstallation(abandon: AbortSignal): Promise<Installation> {
  const port = await freePorts();
  const dataDir = mkdtempSync(join(tmpdir(), `groundcrew-bench-${process.pid}-`));
  const clear = () => {
    removeHome(prepareHome(dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  };
  // Whatever stands in the surroundings or in a `.env` is another installation's.
  for (const key of keys) process.env[key] = '';
  // Set by what prepares a process for tests: the settings are those that the start is about to write.
  delete process.env.GROUNDCREW_SUPERVISED;
  Object.assign(process.env, {
    MODE: 'demo',
    PORT: String(port),
    DATA_DIR: dataDir,
    AWS_PROPAGATION_SECONDS: String(PROPAGATION_SECONDS),
  });
  try {
    const application = await startApplication({ dev: false, abandon });
    forgetEnv();
    return {
      port,
      stop: async () => {
        await leaveDatabase();
        await application.stop();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

/** This process's own connections. Nothing that goes wrong here may keep the product running. */
async function leaveDatabase(): Promise<void> {
  const boss = await queue().catch(() => null);
  await Promise.allSettled([boss?.stop({ graceful: false }), database().$disconnect()]);
  adoptQueue(undefined);
  adoptDatabase(undefined);
}
