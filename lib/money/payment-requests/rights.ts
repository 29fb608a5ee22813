import { commands } from '@/lib/core/rights';
import { BILLERS } from '@/lib/job/proposals/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PAYMENT_REQUEST_COMMANDS = commands('payments', {
  request: { by: BILLERS },
  withdraw: { by: ['company:bill'] },
  approve: { by: ['customer:buy'], proof: 'money' },
  decline: { by: ['customer:buy'] },
  autoApprove: { by: ['clock'] },
  retry: { by: ['customer:buy'], proof: 'money' },
});
