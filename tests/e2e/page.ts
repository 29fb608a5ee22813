import type { Job, Who } from './rooms';

export type Page = {
  path: (job: Job) => string;
  /** Whose page it is, with the least right that it needs. */
  as: Who;
  /** What they read there; the room's mark unless given. */
  shows?: string;
  /** Of the same tenant without the right: no such form, or a sentence that names the right. Null: every member may. */
  wrong: { as: Who; lacks: string; says?: string } | { as: Who; lacks: 'the page' } | null;
  /** What other tenants get: nothing, or a page of their own with nothing of this room. */
  others: 'nothing' | 'their own';
  /** Somebody who would have had the page. */
  suspended?: Who;
};
