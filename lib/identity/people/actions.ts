'use server';

import { cookies } from 'next/headers';
import { showId } from '@/lib/core/id';
import { DAY, SECOND } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { env } from '@/lib/platform/env';
import * as commands from './commands';
import { PERSON_COMMANDS } from './rights';
import { FindPerson, Rename, Suspend } from './schema';

const A_YEAR = (365 * DAY) / SECOND;

export const rename = action(
  { may: PERSON_COMMANDS.rename, schema: Rename, command: commands.rename },
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

/** Leads on by the person's id: an address does not belong into a log or a history. */
const toPerson = ({ personId }: { personId: string }) => `/admin/people?person=${showId(personId)}`;

export const find = action(
  { may: PERSON_COMMANDS.find, schema: FindPerson, command: commands.find },
  { to: toPerson },
);

export const suspend = action(
  { may: PERSON_COMMANDS.suspend, schema: Suspend, command: commands.suspend },
  { to: toPerson },
);
