'use server';

import { HOUR, MINUTE } from '@/lib/core/time';
import { readNetwork } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { ADDRESS_COMMANDS } from './rights';
import { AskAddress, ConfirmAddress, ForgetAddress } from './schema';

/** An address has its own budget, in the command; this one is the person's. */
const asks = {
  points: 10,
  within: HOUR,
  closed: true,
  why: 'each is an email to an address that no one has confirmed',
};

const network = async () => ({ network: await readNetwork() });

export const askContact = action(
  { may: ADDRESS_COMMANDS.askContact, schema: AskAddress, command: commands.askContact },
  {
    extra: network,
    to: () => '/settings?asked=1#addresses',
    limit: asks,
  },
);

export const askChange = action(
  { may: ADDRESS_COMMANDS.askChange, schema: AskAddress, command: commands.askChange },
  {
    extra: network,
    to: () => '/settings?asked=1#addresses',
    limit: asks,
  },
);

const tries = {
  points: 30,
  within: 10 * MINUTE,
  closed: true,
  why: 'no one may guess the secret of an email',
};

export const confirmContact = action(
  { may: ADDRESS_COMMANDS.confirmContact, schema: ConfirmAddress, command: commands.confirmContact },
  { to: () => '/address/done', limit: tries },
);

export const confirmChange = action(
  { may: ADDRESS_COMMANDS.confirmChange, schema: ConfirmAddress, command: commands.confirmChange },
  { to: () => '/settings?saved=1#addresses', limit: tries },
);

export const forgetAddress = action(
  { may: ADDRESS_COMMANDS.forgetAddress, schema: ForgetAddress, command: commands.forgetAddress },
  { to: () => '/settings#addresses' },
);
