import pg from 'pg';
import { log } from '@/lib/platform/log/logger';

/**
 * Listens to a Postgres channel on a connection of its own, and takes it up again with backoff when it breaks.
 * `onReady` runs after every (re)connection: what was said in between was missed, and must be caught up.
 */
export async function listen(
  url: string,
  channels: readonly string[],
  onMessage: (channel: string, payload: string) => void,
  onReady: () => void = () => {},
): Promise<{ close(): Promise<void> }> {
  let closed = false;
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let delay = 100;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'groundcrew-listen',
      keepAlive: true,
    });
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next, null));
    next.on('notification', ({ channel, payload }) => onMessage(channel, payload ?? ''));
    await next.connect();
    for (const channel of channels) await next.query(`LISTEN "${channel}"`);
    // Closed while this connection was on its way: nobody else would end it.
    if (closed) return next.end();
    client = next;
    delay = 100;
    onReady();
  }

  function lost(which: pg.Client, error: Error | null): void {
    if (closed || client !== which) return;
    client = null;
    log().warn({ err: error }, 'listening broke off, trying again');
    which.removeAllListeners();
    which.on('error', () => {});
    which.end().catch(() => {});
    retry();
  }

  function retry(): void {
    if (closed) return;
    again = setTimeout(() => connect().catch(retry), delay);
    delay = Math.min(delay * 2, 5_000);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end().catch(() => {});
    },
  };
}
