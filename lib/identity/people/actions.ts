'use server';

import { cookies } from 'next/headers';
import { showId } from '@/lib/core/id';
import { readNetwork } from '@/lib/identity/auth/cookies';
import { action } from '@/lib/platform/doors/action';
import { env } from '@/lib/platform/env';
import * as commands from './commands';
import * as addresses from './commands-address';
import { AskAddress, ConfirmAddress, EndSession, FindPerson, ForgetAddress, Rename, Suspend } from './schema';

const A_YEAR = 365 * 86_400;

export const rename = action(
  { name: 'people.rename', schema: Rename, command: commands.rename },
  {
    // Read by the server for the class of <html>, so that no script has to run first.
    after: async ({ theme }) => {
      const jar = await cookies();
      if (theme === 'system') return void jar.delete('theme');
      jar.set('theme', theme, {
        path: '/',
        maxAge: A_YEAR,
        sameSite: 'lax',
        httpOnly: true,
        secure: env.APP_URL.startsWith('https:'),
      });
    },
    to: () => '/settings?saved=1',
  },
);

export const endSession = action(
  { name: 'people.endSession', schema: EndSession, command: commands.endSession },
  { to: () => '/settings/security#sessions' },
);

/** Leads on by the person's id: an address does not belong into a log or a history. */
const toPerson = ({ personId }: { personId: string }) => `/admin/people?person=${showId(personId)}`;

export const find = action(
  { name: 'people.find', schema: FindPerson, command: commands.find },
  { to: toPerson },
);

export const suspend = action(
  { name: 'people.suspend', schema: Suspend, command: commands.suspend },
  { to: toPerson },
);

/** An address has its own budget, in the command; this one is the person's. */
const asks = { points: 10, seconds: 3600, closed: true };
const network = async () => ({ network: await readNetwork() });

export const askContact = action(
  { name: 'people.askContact', schema: AskAddress, command: addresses.askContact },
  {
    extra: network,
    to: () => '/settings?asked=1#addresses',
    limit: { name: 'people.askContact', ...asks },
  },
);

export const askChange = action(
  { name: 'people.askChange', schema: AskAddress, command: addresses.askChange },
  {
    extra: network,
    to: () => '/settings?asked=1#addresses',
    limit: { name: 'people.askChange', ...asks },
  },
);

const tries = { points: 30, seconds: 600, closed: true };

export const confirmContact = action(
  { name: 'people.confirmContact', schema: ConfirmAddress, command: addresses.confirmContact },
  { to: () => '/address/done', limit: { name: 'people.confirmContact', ...tries } },
);

export const confirmChange = action(
  { name: 'people.confirmChange', schema: ConfirmAddress, command: addresses.confirmChange },
  { to: () => '/settings?saved=1#addresses', limit: { name: 'people.confirmChange', ...tries } },
);

export const forgetAddress = action(
  { name: 'people.forgetAddress', schema: ForgetAddress, command: addresses.forgetAddress },
  { to: () => '/settings#addresses' },
);
