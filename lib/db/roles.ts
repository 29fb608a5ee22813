import { Client } from 'pg';

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

/** Lets each role sign in with its password, and answers the URLs to do so. As the owner, after the migrations. */
export async function openRoles(
  ownerUrl: string,
  passwords: Record<Role, string>,
): Promise<Record<Role, string>> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'groundcrew-roles' });
  await client.connect();
  try {
    for (const role of ROLES)
      await client.query(
        `ALTER ROLE ${roleName(role)} LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
  } finally {
    await client.end();
  }
  const url = (role: Role) => asAccount(ownerUrl, roleName(role), passwords[role]);
  return { web: url('web'), worker: url('worker'), broker: url('broker') };
}

/**
 * For live mode, where the operator wrote the URLs: a role that cannot sign in yet gets the password that its URL names.
 * An account of another name is the operator's own affair and is left alone.
 */
export async function openRolesOf(ownerUrl: string, urls: Record<Role, string>): Promise<void> {
  for (const role of ROLES) {
    const address = new URL(urls[role]);
    if (address.username !== roleName(role) || (await signsIn(urls[role]))) continue;
    const client = new Client({ connectionString: ownerUrl, application_name: 'groundcrew-roles' });
    await client.connect();
    const password = client.escapeLiteral(decodeURIComponent(address.password));
    try {
      await client.query(`ALTER ROLE ${roleName(role)} LOGIN PASSWORD ${password}`);
    } finally {
      await client.end();
    }
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 not permitted to sign in.
    if (['28P01', '28000'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
