import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'customer.suspended': { customerId: string };
  }
}
