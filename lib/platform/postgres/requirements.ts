import type { ClientBase } from 'pg';
import { type Mode, requireMode } from './mode';
import { type Address, databaseProblem, reach } from './reach';
import { ROLES, roleName } from './roles';

/** The oldest PostgreSQL that has all that is used here (`uuidv7()`). */
export const POSTGRES = 18;
/** What the migrations install. All come with PostgreSQL; some distributions pack them apart. */
export const EXTENSIONS = ['btree_gin', 'citext', 'fuzzystrmatch', 'pg_trgm', 'unaccent'] as const;

/**
 * Looks at a database as its owner, and touches nothing: that it is new enough, of this mode, and lets its owner do what a
 * start does. Refuses in one sentence.
 */
export async function requireDatabase(owner: Address, mode: Mode): Promise<void> {
  const client = await reach(owner, 'groundcrew-look');
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    requireVersion(Number(rows[0]?.server_version_num), owner.named);
    const may = await rightsOf(client);
    if (may.foreignOwner)
      throw databaseProblem(
        `The tables in ${may.database} belong to ${may.foreignOwner}. Name that account in ${owner.named}.`,
      );
    await requireMode(client, mode, owner.named);
    requireRights(may, owner.named);
  } finally {
    await client.end();
  }
}

/** `server_version_num`: 150014 is 15.14. */
export function requireVersion(number: number, named: string): void {
  const major = Math.floor(number / 10_000);
  if (major >= POSTGRES) return;
  throw databaseProblem(
    `Groundcrew needs PostgreSQL ${POSTGRES}, but ${named} leads to PostgreSQL ${major}. Upgrade it, or name another server.`,
  );
}

type Rights = {
  // As they stand in a statement.
  account: string;
  database: string;
  extensions: boolean;
  schemas: boolean;
  public: boolean;
  roles: boolean;
  haveRoles: boolean;
  foreignRole: string | null;
  foreignOwner: string | null;
  absent: string[];
};

/** Asked of the catalog, for trying would touch what may not be ours. */
const RIGHTS = `
  SELECT quote_ident(current_user) AS account, quote_ident(current_database()) AS database,
    has_database_privilege(current_database(), 'CREATE') AS schemas,
    has_schema_privilege('public', 'CREATE') AS public,
    (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS roles,
    (SELECT min(rolname) FROM pg_roles WHERE rolname = ANY($1) AND NOT rolcanlogin
       AND NOT pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')) AS "foreignRole",
    (SELECT quote_ident(min(tableowner)) FROM pg_tables
       WHERE schemaname = 'public' AND tablename IN ('_prisma_migrations', 'installation') AND NOT pg_has_role(current_user, tableowner, 'USAGE')) AS "foreignOwner",
    (SELECT count(*) FROM pg_roles WHERE rolname = ANY($1)) = cardinality($1) AS "haveRoles",
    ARRAY(SELECT name FROM unnest($2::text[]) AS wanted (name) WHERE name NOT IN (SELECT name FROM pg_available_extensions)) AS absent`;

async function rightsOf(client: ClientBase): Promise<Rights> {
  const { rows } = await client.query<Rights>(RIGHTS, [ROLES.map(roleName), EXTENSIONS]);
  return rows[0]!;
}

function requireRights({ account, database, absent, ...may }: Rights, named: string): void {
  const refuse = (may: string, remedy: string) =>
    databaseProblem(`${account} in ${named} can’t ${may}. Run ${remedy} there, as a superuser.`);
  if (!may.schemas) throw refuse('create schemas', `GRANT CREATE ON DATABASE ${database} TO ${account}`);
  if (!may.public) throw refuse('create tables', `ALTER DATABASE ${database} OWNER TO ${account}`);
  if (!may.haveRoles && !may.roles) throw refuse('create roles', `ALTER ROLE ${account} CREATEROLE`);
  if (may.foreignRole)
    throw refuse(
      `give ${may.foreignRole} a password`,
      `GRANT ${may.foreignRole} TO ${account} WITH ADMIN OPTION`,
    );
  if (absent.length > 0)
    throw databaseProblem(
      `The server in ${named} has no ${absent.join(', ')}. Install PostgreSQL's contrib package there.`,
    );
}
