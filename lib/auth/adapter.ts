import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import { database } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import { hashOf, sessionHolds } from './person';
import { nameFromAddress } from './rules';
import { endSession } from './store';

type Row = { id: string; email: string; emailVerified: Date | null; name: string; image: string | null };
const USER = { id: true, email: true, emailVerified: true, name: true, image: true } as const;

function userOf<R extends Row | null>(row: R): R extends null ? null : AdapterUser;
function userOf(row: Row | null): AdapterUser | null {
  return row && { ...row };
}

/** Where a session is opened: the browser's name, and its network as coarse as it is shown. */
export type Opened = { userAgent: string | null; address: string | null };

/**
 * next-auth's view of `person`, `account` and `session`. Tokens are kept as hashes, identities by issuer and subject
 * (never by address), a provider's tokens not at all. A session's end does not move: updates of it are ignored.
 */
export function adapter(from: Opened): Adapter {
  // The issuer stands in for next-auth's provider id: another issuer's subject "1" is another person.
  const identity = (providerAccountId: string) => ({ provider: env.OIDC_ISSUER ?? '', providerAccountId });
  return {
    async createUser(user: Omit<AdapterUser, 'id'>) {
      // The sign-in callback lets only addresses through that the provider says it has verified.
      const data = {
        email: user.email.toLowerCase(),
        emailVerified: new Date(),
        name: user.name?.trim().slice(0, 60) || nameFromAddress(user.email),
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
    async createSession({ sessionToken, userId, expires }) {
      await database().session.create({
        data: {
          tokenHash: hashOf(sessionToken),
          personId: userId,
          expires,
          userAgent: from.userAgent?.slice(0, 200) || null,
          address: from.address,
        },
      });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const row = await database().session.findUnique({
        where: { tokenHash: hashOf(sessionToken) },
        include: { person: { select: USER } },
      });
      if (!row || !sessionHolds(row)) return null;
      const { personId: userId, expires, person } = row;
      return { session: { sessionToken, userId, expires }, user: userOf(person) };
    },
    updateSession: async () => null,
    async deleteSession(sessionToken) {
      // Signing out twice is no error: whoever was quicker has ended it.
      await transaction((tx) => endSession(tx, { tokenHash: hashOf(sessionToken) }));
    },
  };
}
