import type { OfJob } from '@/lib/core/events';
import type { RefusalCode } from '@/lib/core/refusal';

declare module '@/lib/core/events' {
  interface Events {
    'payment.succeeded': { paymentId: string; proposalId: string; final: boolean } & OfJob;
    /** The bank asks the customer before it pays. */
    'payment.action_required': { paymentId: string; proposalId: string } & OfJob;
    'payment.failed': { paymentId: string; proposalId: string; code: RefusalCode | string } & OfJob;
  }
}
