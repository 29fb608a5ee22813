import type { InTenant } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'member.joined': { personId: string } & InTenant;
    /** Went, or was taken out. */
    'member.left': { personId: string; removed: boolean } & InTenant;
    /** Has other rights than before. */
    'member.changed': { personId: string } & InTenant;
    /** Wants a right of the owners. */
    'member.asked': { personId: string; right: string } & InTenant;
    /** Somebody who worked alone has taken in a colleague. */
    'company.grown': { companyId: string; companyName: string };
  }
}
