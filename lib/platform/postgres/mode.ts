import type { ClientBase } from 'pg';
import type { Env } from '@/lib/platform/env';
import { type Address, databaseProblem, reach } from './reach';

export type Mode = Env['MODE'];

/** Which setting an address came from, as a sentence names it. The demo's own database has none. */
export const OWN = "the demo's own database";

/**
 * Whether a database is a demo or live, by its own word; null where nothing has been made in it yet. Databases from before
 * that word: a demo was marked when its world was begun, and one with people in it is live.
 */
export async function modeOf(client: ClientBase): Promise<Mode | null> {
  const { rows: made } = await client.query<{ some: boolean; told: boolean | null }>(
    `SELECT to_regclass('public.installation') IS NOT NULL AS some, (SELECT NOT attnotnull FROM pg_attribute
       WHERE attrelid = to_regclass('public.installation') AND attname = 'demo') AS told`,
  );
  if (!made[0]?.some) return null;
  const { rows } = await client.query<{ demo: boolean | null }>('SELECT demo FROM public.installation');
  const demo = rows[0]?.demo ?? null;
  if (demo === null) return null;
  if (demo) return 'demo';
  if (made[0].told) return 'live';
  const { rows: people } = await client.query<{ some: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM public.person) AS some',
  );
  return people[0]?.some ? 'live' : null;
}

/** Refuses the database of the other mode, in one sentence, before anything in it is touched. */
export async function requireMode(client: ClientBase, mode: Mode, named: string): Promise<void> {
  const found = await modeOf(client);
  if (found === null || found === mode) return;
  throw databaseProblem(
    mode === 'demo'
      ? `${capital(named)} belongs to a live installation. Give the demo its own database${named === OWN ? ' with another DATA_DIR' : ', or leave this out'}.`
      : `${capital(named)} belongs to a demo. Give the live installation its own empty database.`,
  );
}

/** Connects, looks whether the database is of this mode, and leaves it: for whoever is about to work with it. */
export async function lookAt(address: Address, mode: Mode): Promise<void> {
  const client = await reach(address, 'groundcrew-look');
  try {
    await requireMode(client, mode, address.named);
  } finally {
    await client.end();
  }
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** Says once what a database is. As its owner, after the migrations; it stays that for good. */
export async function keepMode(client: ClientBase, mode: Mode): Promise<void> {
  await client.query('UPDATE installation SET demo = $1 WHERE demo IS NULL', [mode === 'demo']);
}
