import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { PrismaClient } from './generated/client';

export type Database = PrismaClient;

// Next loads a module more than once in development; one pool a process is the connection budget.
const kept = globalThis as { groundcrewDatabase?: PrismaClient };

/** Opens a client with a pool of its own. `max` connections: see the budget in docs/operations.md. */
export function openDatabase(url: string, max = 10): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max, application_name: `groundcrew-${env.PROCESS}` }),
  });
}

/** The URL of this process's own database role. */
export function databaseUrl(): string {
  switch (env.PROCESS) {
    case 'worker':
      return env.WORKER_DATABASE_URL;
    case 'broker':
      return env.BROKER_DATABASE_URL;
    default:
      return env.WEB_DATABASE_URL;
  }
}

/** This process's client. */
export function database(): PrismaClient {
  kept.groundcrewDatabase ??= openDatabase(databaseUrl());
  return kept.groundcrewDatabase;
}

/** Makes this process use another client: tests with a database each, and the demo world's seed. */
export function adoptDatabase(client: PrismaClient | undefined): void {
  kept.groundcrewDatabase = client;
}
