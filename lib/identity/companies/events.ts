import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'company.edited': { companyId: string };
    'company.closed': { companyId: string };
    'company.suspended': { companyId: string };
  }
}
