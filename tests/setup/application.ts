import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHome, removeHome } from '@/lib/platform/embedded/home';
import { settingsFile } from '@/lib/platform/env';

export type Product = {
  /** The variables that it runs with, by name: APP_URL, SANDBOX_MAIL_URL, … */
  settings: Record<string, string>;
  dataDir: string;
  /** The process that `npm start` is. */
  pid: number;
  /** What it has said so far. */
  said: () => string;
  stop(): Promise<void>;
};

/** The whole product as `npm start` starts it, on ports and with a data folder of its own. Ends when it says that it runs. */
export async function startProduct(options: {
  port: number;
  environment?: Record<string, string>;
}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), `groundcrew-e2e-${process.pid}-`));
  const child = spawn(process.execPath, ['lib/processes/launch.mjs', 'start'], {
    env: {
      ...process.env,
      MODE: 'demo',
      PORT: String(options.port),
      DATA_DIR: dataDir,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const runs = new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString('utf8');
      if (said.includes('Groundcrew runs at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`The product did not start:\n${said}`)));
  });
  const clear = () => {
    removeHome(prepareHome(dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  };
  await runs.catch((error) => {
    clear();
    throw error;
  });
  return {
    settings: JSON.parse(readFileSync(settingsFile(dataDir), 'utf8')),
    dataDir,
    pid: child.pid ?? 0,
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      clear();
    },
  };
}
