import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'expert.edited': { expertId: string; personId: string; timeZone: string };
  }
}
