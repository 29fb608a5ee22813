import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'payment.requested': { paymentRequestId: string; proposalId: string } & OfJob;
    'payment.approved': {
      paymentRequestId: string;
      proposalId: string;
      final: boolean;
      byClock: boolean;
    } & OfJob;
    'payment.declined': { paymentRequestId: string; proposalId: string } & OfJob;
    'payment.withdrawn': { paymentRequestId: string; proposalId: string } & OfJob;
  }
}
