import { Client } from 'pg';
import { inject } from 'vitest';
import { asAccount, ROLES, type Role, roleName } from '@/lib/platform/postgres/roles';
import { applySettings } from './environment';
import { copyTemplate, emptied } from './fresh';
import { leaveLastFile } from './last-file';

/** The addresses of one test file's own database, by account. */
export type TestDatabase = Record<'owner' | Role, string>;

const template = inject('template');
const name = `test_${process.env.VITEST_POOL_ID ?? process.pid}`;

/** Makes this file's database anew: as the migrated one, with nothing in it. Connections to the old one are cut. */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = new URL(template.url);
  admin.pathname = '/postgres';
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    if (!(await emptied(client, addresses().owner, template.fresh))) await copyTemplate(client, name);
  } finally {
    await client.end();
  }
  return addresses();
}

/** Where this file's database is. */
export function addresses(): TestDatabase {
  const owner = new URL(template.url);
  owner.pathname = `/${name}`;
  const roles = ROLES.map((role) => [
    role,
    asAccount(owner.href, roleName(role), template.secrets.passwords[role]),
  ]);
  return { owner: owner.href, ...(Object.fromEntries(roles) as Record<Role, string>) };
}

// Every file of a project with this in its `setupFiles` begins with a database of its own, and with nothing that the
// last file of its worker has left: modules stay loaded from one to the next.
await leaveLastFile();
const { owner } = await testDatabase();
applySettings({ databaseUrl: owner, secrets: template.secrets });
