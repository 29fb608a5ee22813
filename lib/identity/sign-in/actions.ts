'use server';

import { MINUTE } from '@/lib/core/time';
import { triesLeft } from '@/lib/identity/factors/rules';
import {
  keepSession,
  keepTab,
  onward,
  onwardByCode,
  readBrowser,
  readNetwork,
  readTab,
} from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import { newSecret } from '@/lib/platform/session/person';
import * as commands from './commands';
import { SIGN_IN_COMMANDS } from './rights';
import {
  AskPasskeyFactor,
  AskPasskeySignIn,
  AskSignIn,
  GiveFactor,
  GiveFactorByPasskey,
  SignIn,
  SignInByPasskey,
} from './schema';

const BEFORE = {
  within: 10 * MINUTE,
  closed: true,
  network: true,
  why: 'someone who signs in has no name yet, so the network counts',
} as const;

/** A link cannot be guessed, so it has a budget of its own: wrong codes of one network keep nobody there from their link. */
const WAYS_IN = [
  { ...BEFORE, points: 60, only: (form: FormData) => !form.has('token') },
  { ...BEFORE, points: 60, part: 'link', only: (form: FormData) => form.has('token') },
] as const;

export const askSignIn = action(
  { may: SIGN_IN_COMMANDS.askSignIn, schema: AskSignIn, command: commands.askSignIn },
  {
    extra: async () => ({ tabSecret: newSecret(), network: await readNetwork() }),
    after: ({ tab }) => keepTab(tab),
    to: () => '/sign-in/check',
    // An address has its own budget, in the command; this one is the network's.
    limit: { ...BEFORE, points: 30 },
  },
);

export const signIn = action(
  { may: SIGN_IN_COMMANDS.signIn, schema: SignIn, command: commands.signIn },
  {
    extra: async () => ({ tab: await readTab(), ...(await readBrowser()) }),
    after: async (value) => {
      if (value.kind === 'in') await keepSession(value);
    },
    to: (value) => (value.kind === 'in' ? value.to : ''),
    wrong: (value) =>
      value.kind === 'wrong'
        ? { message: triesLeft(value.triesLeft), field: 'code', about: value.signInId }
        : null,
    limit: WAYS_IN,
  },
);

/** The second factor at sign-in: whoever gives it is nobody yet, so the network pays, and each sign-in takes few tries. */
export const giveFactor = action(
  { may: SIGN_IN_COMMANDS.giveFactor, schema: GiveFactor, command: commands.giveFactor },
  {
    ...onwardByCode,
    extra: readBrowser,
    limit: { ...BEFORE, points: 60 },
  },
);

const ask = action(
  { may: SIGN_IN_COMMANDS.askPasskeySignIn, schema: AskPasskeySignIn, command: commands.askPasskeySignIn },
  {
    extra: async () => ({ tabSecret: newSecret() }),
    after: ({ tab }) => keepTab(tab, 'passkey'),
    limit: { ...BEFORE, points: 60 },
  },
);

/** The tab's secret is for its cookie alone: no script of the page gets it. */
export async function askPasskeySignIn(_previous: null, form: FormData) {
  const outcome = await ask(null, form);
  return outcome.ok ? { ok: true as const, value: { options: outcome.value.options } } : outcome;
}

export const signInByPasskey = action(
  { may: SIGN_IN_COMMANDS.signInByPasskey, schema: SignInByPasskey, command: commands.signInByPasskey },
  {
    extra: async () => ({ tab: await readTab('passkey'), ...(await readBrowser()) }),
    ...onward,
    limit: { ...BEFORE, points: 60 },
  },
);

export const askPasskeyFactor = action(
  { may: SIGN_IN_COMMANDS.askPasskeyFactor, schema: AskPasskeyFactor, command: commands.askPasskeyFactor },
  { extra: readBrowser, limit: { ...BEFORE, points: 60 } },
);

export const giveFactorByPasskey = action(
  {
    may: SIGN_IN_COMMANDS.giveFactorByPasskey,
    schema: GiveFactorByPasskey,
    command: commands.giveFactorByPasskey,
  },
  { extra: readBrowser, ...onward, limit: { ...BEFORE, points: 60 } },
);
