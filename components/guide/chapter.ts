import type { ReactNode } from 'react';

/** What the installation's settings say, for the chapters. */
export type Facts = { operator: string; email: string; feeBasisPoints: number };

export type Chapter = {
  slug: string;
  side: 'customers' | 'experts' | 'both';
  title: string;
  /** What it answers, in a line. */
  about: string;
  parts: readonly { id: string; title: string; text: (facts: Facts) => ReactNode }[];
};
