'use server';

import { action } from '@/lib/platform/doors/action';
import { newSecret } from '@/lib/platform/session/person';
import * as commands from './commands';
import * as authenticator from './commands-authenticator';
import * as confirming from './commands-confirm';
import * as factor from './commands-factor';
import { keepSession, keepTab, readBrowser, readNetwork, readTab } from './cookies';
import { triesLeft } from './rules';
import {
  AppCode,
  AskConfirm,
  AskSignIn,
  BecomeAdmin,
  Confirm,
  GiveFactor,
  Nothing,
  Onward,
  SignIn,
} from './schema';

/**
 * Each network of a person's for itself: whoever guesses elsewhere, with a session that was stolen, leaves them theirs. The
 * app's wrong codes are also counted over all networks, in the command (`MOST_MISSES`).
 */
const GUESSES = [
  { name: 'auth.confirm', points: 10, seconds: 600, closed: true, network: 'apart' },
  { name: 'auth.confirmDaily', points: 40, seconds: 86_400, closed: true, network: 'apart' },
] as const;

/** A link cannot be guessed, so it has a budget of its own: wrong codes of one network keep nobody there from their link. */
const CODES = { name: 'auth.signIn', points: 60, seconds: 600, closed: true, network: true } as const;
const LINKS = { ...CODES, name: 'auth.signInByLink' };

type Entered = confirming.Confirmed;
const keepProof = async (value: Entered) => {
  if (value.kind === 'in') await keepSession(value);
};
const onward = {
  after: keepProof,
  to: (value: Entered) => (value.kind === 'in' ? value.to : ''),
  wrong: (value: Entered) => (value.kind === 'wrong' ? { field: 'code', ...value } : null),
};

export const askSignIn = action(
  { name: 'auth.askSignIn', schema: AskSignIn, command: commands.askSignIn },
  {
    extra: async () => ({ tabSecret: newSecret(), network: await readNetwork() }),
    after: ({ tab }) => keepTab(tab),
    to: () => '/sign-in/check',
    // An address has its own budget, in the command; this one is the network's.
    limit: { name: 'auth.askSignIn', points: 30, seconds: 600, closed: true, network: true },
  },
);

export const signIn = action(
  { name: 'auth.signIn', schema: SignIn, command: commands.signIn },
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
    limit: (form) => (form.has('token') ? LINKS : CODES),
  },
);

export const confirm = action(
  { name: 'auth.confirm', schema: Confirm, command: confirming.confirm },
  { ...onward, limit: GUESSES },
);

/** The second factor at sign-in: whoever gives it is nobody yet, so the network pays, and each sign-in takes few tries. */
export const giveFactor = action(
  { name: 'auth.giveFactor', schema: GiveFactor, command: factor.giveFactor },
  {
    ...onward,
    extra: readBrowser,
    limit: { name: 'auth.giveFactor', points: 60, seconds: 600, closed: true, network: true },
  },
);

export const askFactorAtSignIn = action(
  { name: 'auth.askFactorAtSignIn', schema: Nothing, command: factor.askFactorAtSignIn },
  { to: () => '/settings/security#when' },
);

export const askFactorLater = action(
  { name: 'auth.askFactorLater', schema: Nothing, command: factor.askFactorLater },
  { to: () => '/settings/security#when' },
);

export const askConfirmCode = action(
  { name: 'auth.askConfirmCode', schema: AskConfirm, command: confirming.askConfirmCode },
  {
    to: ({ to }) => to,
    limit: { name: 'auth.askConfirmCode', points: 10, seconds: 600, closed: true, network: 'apart' },
  },
);

export const enrolAuthenticator = action(
  { name: 'auth.enrolAuthenticator', schema: Onward, command: authenticator.enrolAuthenticator },
  {
    to: ({ next }) => `/settings/security/authenticator${next ? `?next=${encodeURIComponent(next)}` : ''}`,
    limit: { name: 'auth.enrolAuthenticator', points: 20, seconds: 600, closed: true },
  },
);

export const confirmAuthenticator = action(
  { name: 'auth.confirmAuthenticator', schema: AppCode, command: authenticator.confirmAuthenticator },
  { ...onward, limit: GUESSES },
);

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
