import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'permission.requested': { permissionRequestId: string; proposalId: string } & OfJob;
    'permission.declined': { permissionRequestId: string; proposalId: string } & OfJob;
    'permission.withdrawn': { permissionRequestId: string; proposalId: string } & OfJob;
    'permission.accepted': { permissionRequestId: string; grantId: string; proposalId: string } & OfJob;
  }
}
