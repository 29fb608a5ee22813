'use server';

import { headers } from 'next/headers';
import { action } from '@/lib/doors/action';
import type { Outcome } from '@/lib/doors/outcome';
import * as commands from './commands';
import { keepSession, keepTab, readTab, readToken } from './cookies';
import { newSecret } from './person';
import { AskSignIn, BecomeAdmin, SignIn } from './schema';

export const askSignIn = action(
  { name: 'auth.askSignIn', schema: AskSignIn, command: commands.askSignIn },
  {
    extra: async () => ({ tabSecret: newSecret() }),
    after: ({ tab }) => keepTab(tab),
    to: () => '/sign-in/check',
    // An address has its own budget, in the command; this one is the network's.
    limit: { name: 'auth.askSignIn', points: 30, seconds: 600, closed: true },
  },
);

const enter = action(
  { name: 'auth.signIn', schema: SignIn, command: commands.signIn },
  {
    extra: async () => ({
      tab: await readTab(),
      before: await readToken(),
      userAgent: (await headers()).get('user-agent'),
    }),
    after: async (value) => {
      if (value.kind === 'in') await keepSession(value);
    },
    to: (value) => (value.kind === 'in' ? value.to : ''),
    limit: { name: 'auth.signIn', points: 60, seconds: 600, closed: true },
  },
);

export async function signIn(
  previous: Outcome<commands.SignedIn> | null,
  form: FormData,
): Promise<Outcome<commands.SignedIn>> {
  const outcome = await enter(previous, form);
  if (!outcome.ok || outcome.value.kind !== 'wrong') return outcome;
  const { triesLeft } = outcome.value;
  const message =
    triesLeft > 0
      ? `This is not the code in the mail. ${triesLeft === 1 ? 'One try is' : `${triesLeft} tries are`} left.`
      : 'This is not the code in the mail, and it was the last try. Ask for another one.';
  return { ok: false, code: 'invalid', message, fields: { code: message } };
}

export const becomeAdmin = action(
  { name: 'auth.becomeAdmin', schema: BecomeAdmin, command: commands.becomeAdmin },
  {
    to: () => '/admin/verification',
    limit: { name: 'auth.becomeAdmin', points: 10, seconds: 600, closed: true },
  },
);
