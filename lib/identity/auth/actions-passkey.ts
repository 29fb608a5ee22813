'use server';

import { action } from '@/lib/platform/doors/action';
import { newSecret } from '@/lib/platform/session/person';
import * as factor from './commands-factor';
import * as commands from './commands-passkey';
import { keepSession, keepTab, readBrowser, readTab } from './cookies';
import {
  AskPasskeyFactor,
  AskPasskeySignIn,
  EnrolPasskey,
  GiveFactorByPasskey,
  NamePasskey,
  Nothing,
  OnePasskey,
  SignInByPasskey,
  UsePasskey,
} from './schema';

const limit = (name: string, points: number, network: true | 'apart' = 'apart') => ({
  limit: { name, points, seconds: 600, closed: true, network },
});
type Confirmed = Awaited<ReturnType<typeof commands.confirmByPasskey>>;
const keep = async (value: Confirmed) => {
  if (value.kind === 'in') await keepSession(value);
};
const onward = {
  after: keep,
  to: (value: Confirmed) => (value.kind === 'in' ? value.to : ''),
  wrong: (value: Confirmed) => (value.kind === 'wrong' ? value : null),
};

const ask = action(
  { name: 'auth.askPasskeySignIn', schema: AskPasskeySignIn, command: commands.askPasskeySignIn },
  {
    extra: async () => ({ tabSecret: newSecret() }),
    after: ({ tab }) => keepTab(tab, 'passkey'),
    ...limit('auth.askPasskeySignIn', 60, true),
  },
);

/** The tab's secret is for its cookie alone: no script of the page gets it. */
export async function askPasskeySignIn(_previous: null, form: FormData) {
  const outcome = await ask(null, form);
  return outcome.ok ? { ok: true as const, value: { options: outcome.value.options } } : outcome;
}

export const signInByPasskey = action(
  { name: 'auth.signInByPasskey', schema: SignInByPasskey, command: commands.signInByPasskey },
  {
    extra: async () => ({ tab: await readTab('passkey'), ...(await readBrowser()) }),
    ...onward,
    ...limit('auth.signInByPasskey', 60, true),
  },
);

export const askPasskeyFactor = action(
  { name: 'auth.askPasskeyFactor', schema: AskPasskeyFactor, command: factor.askPasskeyFactor },
  { extra: readBrowser, ...limit('auth.askPasskeyFactor', 60, true) },
);

export const giveFactorByPasskey = action(
  { name: 'auth.giveFactorByPasskey', schema: GiveFactorByPasskey, command: factor.giveFactorByPasskey },
  { extra: readBrowser, ...onward, ...limit('auth.giveFactorByPasskey', 60, true) },
);

export const askPasskeyConfirm = action(
  { name: 'auth.askPasskeyConfirm', schema: Nothing, command: commands.askPasskeyConfirm },
  limit('auth.askPasskeyConfirm', 30),
);

export const confirmByPasskey = action(
  { name: 'auth.confirmByPasskey', schema: UsePasskey, command: commands.confirmByPasskey },
  { ...onward, ...limit('auth.confirmByPasskey', 30) },
);

export const askPasskey = action(
  { name: 'auth.askPasskey', schema: Nothing, command: commands.askPasskey },
  limit('auth.askPasskey', 30),
);

export const enrolPasskey = action(
  { name: 'auth.enrolPasskey', schema: EnrolPasskey, command: commands.enrolPasskey },
  { ...onward, ...limit('auth.enrolPasskey', 30) },
);

export const renamePasskey = action(
  { name: 'auth.renamePasskey', schema: NamePasskey, command: commands.renamePasskey },
  { to: () => '/settings/security#passkeys' },
);

export const removePasskey = action(
  { name: 'auth.removePasskey', schema: OnePasskey, command: commands.removePasskey },
  { to: () => '/settings/security?changed=1' },
);
