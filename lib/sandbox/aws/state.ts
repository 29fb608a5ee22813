import { effective, liveRoles, type Role, type RoleState, truth } from './roles';
import { noSuchEntity, type Session } from './wire';
import type { World } from './world';

export type RoleView = Role & { state: RoleState; effective: RoleState | undefined; pending: boolean };

export function roleViews(world: World, accountId: string): RoleView[] {
  return liveRoles(world, accountId).map((role) => {
    const state = truth(world, role.id);
    const seen = effective(world, role.id, 'us-east-1');
    return { ...role, state, effective: seen, pending: JSON.stringify(state) !== JSON.stringify(seen) };
  });
}

export type LiveSession = {
  accessKeyId: string;
  roleName: string;
  name: string;
  sourceIdentity: string | undefined;
  expiresAt: number;
};

export function liveSessions(world: World, accountId: string): LiveSession[] {
  return world.database
    .all<{ id: string; session: string }>(
      'SELECT id, session FROM keys WHERE accountId = ? AND session IS NOT NULL ORDER BY createdAt DESC, rowid DESC',
      accountId,
    )
    .map(({ id, session }) => ({ accessKeyId: id, ...(JSON.parse(session) as Session) }))
    .filter((session) => session.expiresAt > world.clock.now())
    .map(({ accessKeyId, roleName, name, sourceIdentity, expiresAt }) => ({
      accessKeyId,
      roleName,
      name,
      sourceIdentity,
      expiresAt,
    }));
}

/** `stacks`: how many stand in it. `platform`: it is the one that the broker works from, and no customer's. */
export type AccountRow = { id: string; alias: string; stacks: number; platform: boolean };

export function accountRows(world: World): AccountRow[] {
  // The platform's own account is the first one.
  return world.database
    .all<Omit<AccountRow, 'platform'>>(
      `SELECT id, alias, (SELECT count(*) FROM stacks WHERE accountId = accounts.id AND deletedAt IS NULL) AS stacks
       FROM accounts ORDER BY rowid`,
    )
    .map((row, index) => ({ ...row, platform: index === 0 }));
}

export type EventRow = {
  id: string;
  at: number;
  region: string;
  name: string;
  source: string;
  username: string | null;
  event: string;
};

export function latestEvents(world: World, accountId: string, count: number): EventRow[] {
  const sql =
    'SELECT id, at, region, name, source, username, event FROM events WHERE accountId = ? ORDER BY seq DESC LIMIT ?';
  return world.database.all<EventRow>(sql, accountId, count);
}

/** An account's events in one Region, the newest first, of one user name where that is given. */
export function eventsIn(
  world: World,
  of: { accountId: string; region: string; count: number; username?: string; from?: number; to?: number },
): EventRow[] {
  const sql = `SELECT id, at, region, name, source, username, event FROM events
    WHERE accountId = ? AND region = ? AND username IS coalesce(?, username) AND at BETWEEN ? AND ?
    ORDER BY seq DESC LIMIT ?`;
  const { accountId, region, username = null, from = 0, to = Number.MAX_SAFE_INTEGER } = of;
  return world.database.all<EventRow>(sql, accountId, region, username, from, to, of.count);
}

/** The whole of one account for tests: what is true, and what evaluation already sees. */
export function accountState(world: World, accountId: string) {
  if (!accountRows(world).some((row) => row.id === accountId))
    throw noSuchEntity(`There is no account ${accountId}.`);
  return {
    accountId,
    roles: roleViews(world, accountId),
    sessions: liveSessions(world, accountId),
    instances: world.database.all(
      'SELECT id, name, type, state, region FROM instances WHERE accountId = ? ORDER BY launchedAt, id',
      accountId,
    ),
    buckets: world.database.all(
      'SELECT name, region FROM buckets WHERE accountId = ? ORDER BY name',
      accountId,
    ),
    users: world.database.all('SELECT name, arn FROM users WHERE accountId = ? ORDER BY name', accountId),
    stacks: world.database
      .all<{ id: string; name: string; resources: string }>(
        'SELECT id, name, resources FROM stacks WHERE accountId = ? AND deletedAt IS NULL ORDER BY createdAt',
        accountId,
      )
      .map(({ id, name, resources }) => ({
        id,
        name,
        status: (JSON.parse(resources) as { failed?: string }[]).some(({ failed }) => failed)
          ? 'DELETE_FAILED'
          : 'CREATE_COMPLETE',
      })),
  };
}
