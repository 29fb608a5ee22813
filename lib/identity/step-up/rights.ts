import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const STEP_UP_COMMANDS = commands('auth', {
  confirm: { by: ['person'] },
  askConfirmCode: { by: ['person'] },
  askPasskeyConfirm: { by: ['person'] },
  confirmByPasskey: { by: ['person'] },
});
