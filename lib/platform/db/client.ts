import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/platform/env';
import { PrismaClient } from './generated/client';

export type Database = PrismaClient;

// Next loads a module more than once in development; one pool a process is the connection budget.
const kept = globalThis as { groundcrewDatabase?: PrismaClient };

/** Each connection keeps its plans: so many statements, and no more where lists of every length make ever new ones. */
export const MOST_STATEMENTS = 300;
/** What the driver takes for a statement without a name. */
const UNNAMED = '';

/**
 * Names statements, so that a connection parses and plans each once instead of every time, which took longer than running
 * most of them. From the second time on: many a statement is never asked again.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const once = new Set<string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= MOST_STATEMENTS) return known ?? UNNAMED;
    if (!once.has(sql)) {
      if (once.size >= MOST_STATEMENTS) once.clear();
      once.add(sql);
      return UNNAMED;
    }
    once.delete(sql);
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Opens a client with a pool of its own. `max` connections: see the budget in docs/operations.md. */
export function openDatabase(url: string, max = 10): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max, application_name: `groundcrew-${env.PROCESS}` },
      { statementNameGenerator: statementNames() },
    ),
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
