import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const REPORT_COMMANDS = commands('reports', {
  report: { by: ['anyone'] },
});
