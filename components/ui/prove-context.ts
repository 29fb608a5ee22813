import { createContext } from 'react';
import type { Confirm } from '@/lib/core/refusal';

/** What is to be proved, for which press, and what follows. */
export type Asked = Confirm & {
  /** What was pressed. */
  button: string;
  proved: () => void;
  /** It was closed without a proof, or waited for too long. */
  left: () => void;
};

/** Asks whoever is there to prove, over this page, that it is them. Null where a page has no place for it: a link leads to `/confirm`. */
export const ProveContext = createContext<((asked: Asked) => void) | null>(null);
