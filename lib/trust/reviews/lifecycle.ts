import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/** A review is held until its text is known to be fit to read: at once by the program, else by an admin. */
export const REVIEW = lifecycle({
  name: 'review',
  initial: 'held',
  states: {
    held: {
      // Where the program finds nothing in its text, whoever writes it publishes it.
      publish: { to: 'published', by: ['admin'], through: ['customer:member'] },
      remove: { to: 'removed', by: ['admin'] },
    },
    published: {
      remove: { to: 'removed', by: ['admin'] },
      undo: { to: 'held', by: ['admin'] },
    },
    removed: { undo: { to: 'held', by: ['admin'] } },
  },
  words: {
    held: { word: 'Being checked', lamp: 'wait' },
    published: { word: 'Published', lamp: 'go' },
    removed: { word: 'Removed', lamp: 'stop' },
  },
});

export type ReviewState = StateOf<typeof REVIEW>;

export const isHeld = among<ReviewState>(['held']);
export const isPublished = among<ReviewState>(['published']);
