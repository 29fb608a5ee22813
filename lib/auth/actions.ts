'use server';

import { action } from '@/lib/doors/action';
import type { Outcome } from '@/lib/doors/outcome';
import * as commands from './commands';
import * as authenticator from './commands-authenticator';
import * as confirming from './commands-confirm';
import { keepSession, keepTab, readBrowser, readTab } from './cookies';
import { newSecret } from './person';
import { triesLeft } from './rules';
import { AppCode, AskConfirm, AskSignIn, BecomeAdmin, Confirm, Nothing, Onward, SignIn } from './schema';

/** Three codes of a million are right at a time: forty guesses a day find one in twenty years. */
const GUESSES = [
  { name: 'auth.confirm', points: 10, seconds: 600, closed: true },
  { name: 'auth.confirmDaily', points: 40, seconds: 86_400, closed: true },
];

const keepProof = async (value: confirming.Confirmed) => {
  if (value.kind === 'in') await keepSession(value);
};

export const askSignIn = action(
  { name: 'auth.askSignIn', schema: AskSignIn, command: commands.askSignIn },
  {
    extra: async () => ({ tabSecret: newSecret() }),
    after: ({ tab }) => keepTab(tab),
    to: () => '/sign-in/check',
    // An address has its own budget, in the command; this one is the network's.
    limit: { name: 'auth.askSignIn', points: 30, seconds: 600, closed: true, network: true },
  },
);

const enter = action(
  { name: 'auth.signIn', schema: SignIn, command: commands.signIn },
  {
    extra: async () => ({ tab: await readTab(), ...(await readBrowser()) }),
    after: async (value) => {
      if (value.kind === 'in') await keepSession(value);
    },
    to: (value) => (value.kind === 'in' ? value.to : ''),
    limit: { name: 'auth.signIn', points: 60, seconds: 600, closed: true, network: true },
  },
);

export async function signIn(
  previous: Outcome<commands.SignedIn> | null,
  form: FormData,
): Promise<Outcome<commands.SignedIn>> {
  const outcome = await enter(previous, form);
  if (!outcome.ok || outcome.value.kind !== 'wrong') return outcome;
  return wrongCode(triesLeft(outcome.value.triesLeft));
}

/** A wrong code, as a form shows it: at the field. */
function wrongCode(message: string): Extract<Outcome<never>, { ok: false }> {
  return { ok: false, code: 'invalid', message, fields: { code: message } };
}

const enterCode = action(
  { name: 'auth.confirm', schema: Confirm, command: confirming.confirm },
  { after: keepProof, to: (value) => (value.kind === 'in' ? value.to : ''), limit: GUESSES },
);

export async function confirm(
  previous: Outcome<confirming.Confirmed> | null,
  form: FormData,
): Promise<Outcome<confirming.Confirmed>> {
  const outcome = await enterCode(previous, form);
  return outcome.ok && outcome.value.kind === 'wrong' ? wrongCode(outcome.value.message) : outcome;
}

export const askConfirmCode = action(
  { name: 'auth.askConfirmCode', schema: AskConfirm, command: confirming.askConfirmCode },
  { to: ({ to }) => to, limit: { name: 'auth.askConfirmCode', points: 10, seconds: 600, closed: true } },
);

export const enrolAuthenticator = action(
  { name: 'auth.enrolAuthenticator', schema: Onward, command: authenticator.enrolAuthenticator },
  {
    to: ({ next }) => `/settings/security/authenticator${next ? `?next=${encodeURIComponent(next)}` : ''}`,
    limit: { name: 'auth.enrolAuthenticator', points: 20, seconds: 600, closed: true },
  },
);

const enterFirstCode = action(
  { name: 'auth.confirmAuthenticator', schema: AppCode, command: authenticator.confirmAuthenticator },
  { after: keepProof, to: (value) => (value.kind === 'in' ? value.to : ''), limit: GUESSES },
);

export async function confirmAuthenticator(
  previous: Outcome<confirming.Confirmed> | null,
  form: FormData,
): Promise<Outcome<confirming.Confirmed>> {
  const outcome = await enterFirstCode(previous, form);
  return outcome.ok && outcome.value.kind === 'wrong' ? wrongCode(outcome.value.message) : outcome;
}

export const removeAuthenticator = action(
  { name: 'auth.removeAuthenticator', schema: Nothing, command: authenticator.removeAuthenticator },
  { to: () => '/settings/security?changed=1' },
);

export const makeRecoveryCodes = action(
  { name: 'auth.makeRecoveryCodes', schema: Nothing, command: authenticator.makeRecoveryCodes },
  { limit: { name: 'auth.makeRecoveryCodes', points: 10, seconds: 3600, closed: true } },
);

export const becomeAdmin = action(
  { name: 'auth.becomeAdmin', schema: BecomeAdmin, command: commands.becomeAdmin },
  {
    to: () => '/admin/verification',
    limit: { name: 'auth.becomeAdmin', points: 10, seconds: 600, closed: true },
  },
);
