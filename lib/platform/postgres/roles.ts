import { Client, type ClientBase } from 'pg';
import { lookAt, type Mode } from './mode';
import { type Address, databaseProblem, reach } from './reach';

/** The three roles that processes sign in with. The migrations make them, unable to sign in, and grant their rights. */
export const ROLES = ['web', 'worker', 'broker'] as const;
export type Role = (typeof ROLES)[number];
export const roleName = (role: Role) => `groundcrew_${role}`;

/** The same database as another account. */
export function asAccount(databaseUrl: string, account: string, password: string): string {
  const address = new URL(databaseUrl);
  address.username = account;
  address.password = password;
  return address.href;
}

/** Lets each role sign in with its password, and answers the URLs to do so. As the owner of a server that is ours alone. */
export async function openRoles(
  ownerUrl: string,
  passwords: Record<Role, string>,
): Promise<Record<Role, string>> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'groundcrew-roles' });
  await client.connect();
  try {
    for (const role of ROLES) await letIn(client, role, passwords[role]);
  } finally {
    await client.end();
  }
  const url = (role: Role) => asAccount(ownerUrl, roleName(role), passwords[role]);
  return { web: url('web'), worker: url('worker'), broker: url('broker') };
}

async function letIn(client: ClientBase, role: Role, password: string): Promise<void> {
  await client.query(`ALTER ROLE ${roleName(role)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

/**
 * The roles of one's own server, at the addresses that the settings name. Roles belong to the whole server: one that signs
 * in already may be another installation's, so its password is never changed. Refuses in one sentence, and touches nothing:
 * answers those that cannot sign in yet. An account of another name is the operator's own affair.
 */
export async function requireRoles(
  owner: Address,
  addresses: Record<Role, Address>,
  mode: Mode,
): Promise<Role[]> {
  const client = await reach(owner, 'groundcrew-look');
  try {
    const { rows } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE rolcanlogin',
    );
    const known = new Set(rows.map(({ rolname }) => rolname));
    const waiting: Role[] = [];
    for (const role of ROLES) {
      const account = decodeURIComponent(new URL(addresses[role].url).username);
      // As the migrations make it: it has no password yet.
      if (account === roleName(role) && !known.has(account)) waiting.push(role);
      else await requireSignIn(addresses[role], account, mode);
    }
    return waiting;
  } finally {
    await client.end();
  }
}

async function requireSignIn(address: Address, account: string, mode: Mode): Promise<void> {
  await lookAt(address, mode).catch((error: Error & { cause?: { code?: string } }) => {
    if (mode === 'demo' && error.cause?.code === '28P01')
      throw databaseProblem(
        `Another installation on the server of ${address.named} uses ${account}. Give the demo its own server. If no other installation does, run ALTER ROLE ${account} NOLOGIN there.`,
      );
    throw error;
  });
}

/** Gives each of these roles, which cannot sign in yet, the password that stands in its address. As the owner, after the migrations. */
export async function openRolesOf(
  owner: Address,
  addresses: Record<Role, Address>,
  roles: readonly Role[],
): Promise<void> {
  if (roles.length === 0) return;
  const client = await reach(owner, 'groundcrew-roles');
  try {
    for (const role of roles)
      await letIn(client, role, decodeURIComponent(new URL(addresses[role].url).password));
  } finally {
    await client.end();
  }
}
