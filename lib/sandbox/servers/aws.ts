import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ensurePlatform } from '@/lib/sandbox/aws/accounts';
import { openClock } from '@/lib/sandbox/aws/clock';
import { openDatabase } from '@/lib/sandbox/aws/database';
import { openFaults } from '@/lib/sandbox/aws/faults';
import { openThrottle, type PlatformSettings, type World } from '@/lib/sandbox/aws/world';
import { answer } from './aws-http';

const LOOKUPS_PER_SECOND = 2;

export type AwsSandboxOptions = {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** A file, or `:memory:`. */
  database: string;
  platform: PlatformSettings;
  propagationMs: number;
  trailDelayMs: number;
  /** Origins from which a CloudFormation template may be fetched; only loopback ones count. */
  templateHosts?: string[];
  /** Where the link back from a created stack leads. */
  returnUrl?: string;
};

export type AwsSandbox = { url: string; port: number; close(): Promise<void> };

/** A local AWS: IAM, STS, CloudTrail, S3, EC2, cost reports, sign-in and CloudFormation's quick-create on one loopback address. */
export async function startAwsSandbox(options: AwsSandboxOptions): Promise<AwsSandbox> {
  const host = options.host ?? '127.0.0.1';
  const database = openDatabase(options.database);
  const world: World = {
    database,
    clock: openClock(database),
    settings: {
      propagationMs: options.propagationMs,
      propagationMsIn: {},
      trailDelayMs: options.trailDelayMs,
    },
    faults: openFaults(),
    throttle: openThrottle(LOOKUPS_PER_SECOND),
    templateHosts: options.templateHosts ?? [],
    returnUrl: options.returnUrl,
  };
  ensurePlatform(world, options.platform);
  const server = createServer((request, response) => void answer(world, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      database.close();
    },
  };
}
