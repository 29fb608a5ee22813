import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'person.suspended': { personId: string };
    /** The suspension was lifted. */
    'person.restored': { personId: string };
    'person.edited': { personId: string };
    /** Has another name, not only another spelling of it. */
    'person.renamed': { personId: string };
  }
}
