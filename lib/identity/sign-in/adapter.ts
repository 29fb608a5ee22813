import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import { NOBODY } from '@/lib/core/rights';
import { nameOrElse } from '@/lib/identity/names/rules';
import { deleteSessions, insertSession } from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { hashOf, sessionHolds } from '@/lib/platform/session/person';
import { nameFromAddress } from './rules';

type Row = { id: string; email: string; emailVerified: Date | null; name: string; image: string | null };

const USER = { id: true, email: true, emailVerified: true, name: true, image: true } as const;

function userOf<R extends Row | null>(row: R): R extends null ? null : AdapterUser;

function userOf(row: Row | null): AdapterUser | null {
  return row && { ...row };
}

/** Where a session is opened: the browser's name, and its network, whole and as coarse as it is shown. `awaitsFactor` is told back. */
export type Opening = {
  userAgent: string | null;
  address: string | null;
  network: string | null;
  awaitsFactor?: boolean;
};

/**
 * next-auth's view of `person`, `account` and `session`. Tokens are kept as hashes, identities by issuer and subject
 * (never by address), a provider's tokens not at all. A session's end does not move: updates of it are ignored.
 */
export function adapter(from: Opening): Adapter {
  const { userAgent, address } = from;
  // The issuer stands in for next-auth's provider id: another issuer's subject "1" is another person.
  const identity = (providerAccountId: string) => ({ provider: env.OIDC_ISSUER ?? '', providerAccountId });
  return {
    async createUser(user: Omit<AdapterUser, 'id'>) {
      // The sign-in callback lets only addresses through that the provider says it has verified.
      const fallback = nameFromAddress(user.email, env.OPERATOR_NAME);
      const data = {
        email: user.email.toLowerCase(),
        emailVerified: new Date(),
        name: nameOrElse(user.name?.trim().slice(0, 60) ?? '', '', env.OPERATOR_NAME) || fallback,
      };
      return userOf(await database().person.create({ data, select: USER }));
    },
    getUser: async (id) => userOf(await database().person.findUnique({ where: { id }, select: USER })),
    getUserByEmail: async (email) =>
      userOf(await database().person.findUnique({ where: { email }, select: USER })),
    async getUserByAccount({ providerAccountId }) {
      const account = await database().account.findUnique({
        where: { provider_providerAccountId: identity(providerAccountId) },
        select: { person: { select: USER } },
      });
      return account ? userOf(account.person) : null;
    },
    async updateUser(user) {
      return userOf(await database().person.findUniqueOrThrow({ where: { id: user.id }, select: USER }));
    },
    async linkAccount({ userId, type, providerAccountId }: AdapterAccount) {
      await database().account.create({
        data: { personId: userId, type, ...identity(providerAccountId) },
      });
    },
    async createSession({ userId }) {
      // Ours, by the same rules as every other: the token and the end that next-auth proposes are not used.
      const { token, expires, awaitsFactor } = await transaction(async (tx) => {
        const session = await insertSession(tx, { personId: userId, userAgent, address, now: new Date() });
        const action = session.awaitsFactor ? 'auth.awaitFactor' : 'auth.signIn';
        const entry = { action, object: 'person', id: userId, detail: { by: 'provider' } };
        await audit(tx, NOBODY, await tx.now(), entry);
        return session;
      });
      from.awaitsFactor = awaitsFactor;
      return { sessionToken: token, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const row = await database().session.findUnique({
        where: { tokenHash: hashOf(sessionToken) },
        include: { person: { select: USER } },
      });
      // One that awaits its factor is nobody's: no identity is joined to its person.
      if (!row || row.awaitsFactor || !sessionHolds(row)) return null;
      const { personId: userId, expires, person } = row;
      return { session: { sessionToken, userId, expires }, user: userOf(person) };
    },
    updateSession: async () => null,
    async deleteSession(sessionToken) {
      // Signing out twice is no error: whoever was quicker has ended it.
      await transaction((tx) => deleteSessions(tx, { tokenHash: hashOf(sessionToken) }));
    },
  };
}
