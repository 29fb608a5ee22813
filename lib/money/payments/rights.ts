import { commands } from '@/lib/core/rights';
import { BILLERS } from '@/lib/job/proposals/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PAYMENT_COMMANDS = commands('payments', {
  saveMethod: { by: ['customer:buy'] },
  removeMethod: { by: ['customer:buy'] },
  recordMethod: { by: ['vendor', 'customer:buy'] },
  request: { by: BILLERS },
  withdraw: { by: ['company:bill'] },
  approve: { by: ['customer:buy'], proof: 'money' },
  decline: { by: ['customer:buy'] },
  autoApprove: { by: ['clock'] },
  retry: { by: ['customer:buy'], proof: 'money' },
  charge: { by: ['vendor'] },
});
