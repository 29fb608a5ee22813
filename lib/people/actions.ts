'use server';

import { cookies } from 'next/headers';
import { action } from '@/lib/doors/action';
import { env } from '@/lib/env';
import * as commands from './commands';
import { EndSession, Rename, Suspend } from './schema';

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
  { to: () => '/settings#sessions' },
);

export const suspend = action(
  { name: 'people.suspend', schema: Suspend, command: commands.suspend },
  { to: (_, form) => `/admin/people?email=${encodeURIComponent(String(form.get('email') ?? ''))}` },
);
