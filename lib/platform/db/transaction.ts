import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@/lib/core/events';
import { no, Refusal } from '@/lib/core/refusal';
import { log } from '@/lib/platform/log/logger';
import { database } from './client';
import type { Prisma } from './generated/client';
import { bind, rowsOf } from './rows';

/** One door call's transaction: what every command gets. */
export type Tx = {
  /** The application's time (`app_now()`). Read it after the locks are held: a wait must not make a deadline look open. */
  now(): Promise<Date>;
  /** Tells the other domains, in this transaction, what has happened. */
  emit(event: DomainEvent): void;
  events: DomainEvent[];
  /** Names this door call in the audit, in jobs and in every log line. */
  callId: string;
};

/** Deadlock and serialisation failure: nothing has happened, so the same call may simply run again. */
const AGAIN = new Set(['40001', '40P01', 'P2034']);
const TRIES = 4;

/** Runs the work in one transaction. A deadlock is retried; a broken constraint means that somebody else was first. */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { callId?: string; db?: ReturnType<typeof database> } = {},
): Promise<T> {
  const client = options.db ?? database();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction((db) => work(open(db, options.callId)), {
        maxWait: 10_000,
        timeout: 30_000,
      });
    } catch (error) {
      const code = codeOf(error);
      if (AGAIN.has(code) && attempt < TRIES) continue;
      // Unique, exclusion and check violations are the database's last word in a race that the rules lost.
      if (code === 'P2002' || code === '23505' || code === '23P01')
        throw new Refusal(no('conflict', 'Someone else just changed this. Reload the page.'));
      if (code === '23514') {
        // A rule of ours should have said so before, in better words: worth a look, but no bug to the person.
        log().error({ err: error }, 'the database refused what the rules had let pass');
        throw new Refusal(
          no('conflict', "This isn't possible right now, so nothing changed. Reload the page."),
        );
      }
      throw error;
    }
  }
}

function open(db: Prisma.TransactionClient, callId: string = randomUUID()): Tx {
  const events: DomainEvent[] = [];
  const tx: Tx = {
    callId,
    events,
    emit: (event) => {
      events.push(event);
    },
    now: async () => {
      const [row] = await db.$queryRaw<{ at: Date }[]>`SELECT date_trunc('milliseconds', app_now()) AS at`;
      return row!.at;
    },
  };
  return bind(tx, db);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  type Cause = { originalCode?: string };
  const { code, meta, cause } = error as {
    code?: string;
    meta?: { code?: string; driverAdapterError?: { cause?: Cause } };
    cause?: Cause;
  };
  // What a deferred constraint says, it says at commit: then the driver's own error comes, in no wrapping.
  return meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode ?? meta?.code ?? code ?? '';
}

/** Locks rows of one table by id, in id order, until the transaction ends. Order of tables: connection → proposal → payment request → grant. */
export async function lock(
  tx: Tx,
  table:
    | 'connection'
    | 'customer'
    | 'proposal'
    | 'payment_request'
    | 'grant'
    | 'request'
    | 'conversation'
    | 'payment'
    | 'certification'
    | 'permission_request'
    | 'review'
    | 'response',
  id: string,
): Promise<void> {
  await rowsOf(tx).$queryRawUnsafe(`SELECT 1 FROM "${table}" WHERE id = $1::uuid FOR UPDATE`, id);
}
