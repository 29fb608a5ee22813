import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** AWS refused to show what is done in an account. */
    'activity.refused': { grantId: string; connectionId: string };
    /** CloudTrail had something new of a grant. */
    'activity.recorded': { grantId: string };
  }
}
