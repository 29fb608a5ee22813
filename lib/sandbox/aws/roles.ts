import type { PolicyDocument } from '@/lib/policies/document';
import { managedPolicy } from '@/lib/policies/managed';
import { noSuchEntity } from './wire';
import type { World } from './world';

export type Role = {
  id: string;
  accountId: string;
  name: string;
  path: string;
  arn: string;
  description: string;
  maxSession: number;
  createdAt: number;
};

/** Everything about a role that decides what is allowed. Each change writes a new one; evaluation reads an older one until it has propagated. */
export type RoleState = {
  deleted: boolean;
  trust: string;
  attached: string[];
  inline: Record<string, string>;
  boundary: string | undefined;
  tags: Record<string, string>;
};

type StateRow = { state: string; wallAt: number };

export function truth(world: World, roleId: string): RoleState {
  const row = world.database.one<StateRow>(
    'SELECT state, wallAt FROM roleStates WHERE roleId = ? ORDER BY seq DESC LIMIT 1',
    roleId,
  );
  return JSON.parse((row as StateRow).state) as RoleState;
}

/**
 * What a Region already knows of the role; undefined while its creation has not arrived there yet. IAM has one place where
 * things are changed, and a copy in each Region by which requests are decided: each copy is late by its own time.
 */
export function effective(world: World, roleId: string, region: string): RoleState | undefined {
  const { propagationMs, propagationMsIn } = world.settings;
  const row = world.database.one<StateRow>(
    'SELECT state, wallAt FROM roleStates WHERE roleId = ? AND wallAt <= ? ORDER BY seq DESC LIMIT 1',
    roleId,
    world.clock.wall() - (propagationMsIn[region] ?? propagationMs),
  );
  return row && (JSON.parse(row.state) as RoleState);
}

export function change(world: World, roleId: string, patch: Partial<RoleState>): void {
  const state = { ...truth(world, roleId), ...patch };
  world.database.run(
    'INSERT INTO roleStates (roleId, wallAt, state) VALUES (?, ?, ?)',
    roleId,
    world.clock.wall(),
    JSON.stringify(state),
  );
}

/** `since` is when evaluation may begin to see it, before propagation; by default now. */
export function insertRole(world: World, role: Role, state: RoleState, since = world.clock.wall()): void {
  world.database.run(
    'INSERT INTO roles (id, accountId, name, path, arn, description, maxSession, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    role.id,
    role.accountId,
    role.name,
    role.path,
    role.arn,
    role.description,
    role.maxSession,
    role.createdAt,
  );
  world.database.run(
    'INSERT INTO roleStates (roleId, wallAt, state) VALUES (?, ?, ?)',
    role.id,
    since,
    JSON.stringify(state),
  );
}

/** The role of that name as it truly stands now; names are compared without regard to case. */
export function findRole(world: World, accountId: string, name: string): Role | undefined {
  const rows = world.database.all<Role>(
    'SELECT * FROM roles WHERE accountId = ? AND lower(name) = lower(?) ORDER BY createdAt DESC, rowid DESC',
    accountId,
    name,
  );
  return rows.find((row) => !truth(world, row.id).deleted);
}

export function roleOrThrow(world: World, accountId: string, name: string): Role {
  const role = findRole(world, accountId, name);
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

export function liveRoles(world: World, accountId: string): Role[] {
  return world.database
    .all<Role>('SELECT * FROM roles WHERE accountId = ? ORDER BY name, rowid', accountId)
    .filter((role) => !truth(world, role.id).deleted);
}

export function roleById(world: World, id: string): Role | undefined {
  return world.database.one<Role>('SELECT * FROM roles WHERE id = ?', id);
}

/** A managed policy's document by its exact ARN, AWS's own or the account's. */
export function policyDocument(world: World, accountId: string, arn: string): PolicyDocument | undefined {
  const published = managedPolicy(arn);
  if (published) return published.document;
  const row = world.database.one<{ document: string }>(
    'SELECT document FROM policies WHERE arn = ? AND accountId = ?',
    arn,
    accountId,
  );
  return row && (JSON.parse(row.document) as PolicyDocument);
}

export function identityPolicies(world: World, accountId: string, state: RoleState): PolicyDocument[] {
  const attached = state.attached.flatMap((arn) => policyDocument(world, accountId, arn) ?? []);
  return [...attached, ...Object.values(state.inline).map((text) => JSON.parse(text) as PolicyDocument)];
}
