import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const COMPANY_COMMANDS = commands('companies', {
  edit: { by: ['company:owner'] },
  close: { by: ['company:owner'] },
});
