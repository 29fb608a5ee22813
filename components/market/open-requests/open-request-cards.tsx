'use client';

import type { ReactNode } from 'react';
import type { CardFacts } from './card-facts';
import { OpenRequestCard } from './open-request-card';

type OpenRequestCardsProps = {
  label: string;
  rows: readonly CardFacts[];
  /** Where the response of the viewer's company stands, by the request's id. */
  standing: Readonly<Record<string, ReactNode>>;
  timeZone: string;
  now: Date;
};

/** The cards of a page. One component for all of them, so that the page's data is their facts and nothing else. */
export function OpenRequestCards({ label, rows, standing, ...time }: OpenRequestCardsProps) {
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {rows.map((facts) => (
        <li key={facts.id}>
          <OpenRequestCard facts={facts} standing={standing[facts.id]} {...time} />
        </li>
      ))}
    </ul>
  );
}
