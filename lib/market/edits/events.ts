import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'request.edited': { requestId: string; customerId: string };
  }
}
