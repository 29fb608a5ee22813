import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSettings, makeSecrets, type Secrets } from '@/lib/processes/start/settings';

/**
 * The settings that a test process runs with: the demo's, complete, so that `lib/env` reads nothing else. Nothing
 * listens at these addresses; a test that needs a sandbox starts one on a port of its own.
 */
export function applySettings(given: { databaseUrl?: string; secrets?: Secrets } = {}): void {
  const settings = demoSettings(
    {
      PORT: '1024',
      DEMO_DATABASE_URL: given.databaseUrl ?? 'postgresql://nobody@127.0.0.1:1/none',
      LOG_LEVEL: 'silent',
    },
    given.secrets ?? makeSecrets(),
  );
  Object.assign(process.env, settings, {
    MODE: 'demo',
    PROCESS: 'setup',
    DATA_DIR: join(tmpdir(), `groundcrew-files-${process.pid}`),
    AWS_PROPAGATION_SECONDS: '0',
    AWS_RECHECK_SECONDS: '0',
    CLOUDTRAIL_DELAY_SECONDS: '0',
    GROUNDCREW_SUPERVISED: '1',
  });
}
// `npm run test:live` reaches the real vendors with the settings that it was given.
if (process.env.GROUNDCREW_LIVE !== '1') applySettings();
