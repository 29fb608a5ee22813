import { ACCOUNT_JOBS } from './accounts';
import { APPLICATION_JOBS } from './applications';
import { DATABASE_JOBS } from './databases';
import type { DemoJob } from './job';
import { NETWORK_JOBS } from './networks';
import { OPERATION_JOBS } from './operations';
import { RELEASE_JOBS } from './releases';
import { SECURITY_JOBS } from './security';
import { STREAM_JOBS } from './streams';

/** What became of each request of the demo world, by its title; those that are not here have no response yet. */
export const DEMO_JOBS: Readonly<Record<string, DemoJob>> = {
  ...ACCOUNT_JOBS,
  ...APPLICATION_JOBS,
  ...DATABASE_JOBS,
  ...NETWORK_JOBS,
  ...OPERATION_JOBS,
  ...RELEASE_JOBS,
  ...SECURITY_JOBS,
  ...STREAM_JOBS,
};
