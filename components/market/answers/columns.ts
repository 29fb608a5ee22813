/**
 * The columns of a request's responses: dot, face, person, certification, rate, rating, time there, action. Its head and every
 * row share them from 896 px of list on; a narrower list stacks them.
 */
export const COLUMNS =
  '@4xl:grid-cols-[0.5rem_2.25rem_minmax(0,1.5fr)_minmax(0,1.25fr)_6.75rem_minmax(0,1.1fr)_6rem_8.5rem] @4xl:gap-x-3.5';

/** What stands above them; listeners hear it in each cell instead. */
export const HEADS = ['Expert', 'Certification', 'Rate', 'Rating', 'Time there'] as const;
