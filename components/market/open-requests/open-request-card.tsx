'use client';

import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import type { CardFacts } from './card-facts';
import { MarkButtons } from './mark-buttons';

type OpenRequestCardProps = {
  facts: CardFacts;
  /** Where the response of the viewer's company stands. */
  standing?: ReactNode;
  timeZone: string;
  now: Date;
};

/**
 * An open request in the list of those who look for work. Every card is as high as every other, and what one can do stands in the
 * same place of each; its classes stand in app/globals.css.
 */
export function OpenRequestCard({ facts, standing, timeZone, now }: OpenRequestCardProps) {
  const { id, title, excerpt, postedAt, meta, answers, mark, way } = facts;
  const href = `/work/${id}`;
  return (
    <article className="work-card">
      <h2>
        <Link href={href}>
          <bdi>{title}</bdi>
        </Link>
      </h2>
      {excerpt === null ? null : <p className="work-excerpt">{excerpt}</p>}
      <p className="work-meta">{meta}</p>
      <div className="work-do">
        <p>
          <Instant at={postedAt} timeZone={timeZone} now={now} show="ago" />
          {way === 'closed' ? <Lamp tone="ended">Not accepting</Lamp> : (standing ?? <span>{answers}</span>)}
        </p>
        <MarkButtons id={id} title={title} mark={mark} />
        {way === 'respond' ? (
          <ButtonLink href={href} size="sm" variant="primary" aria-label={`Respond: ${title}`}>
            Respond
          </ButtonLink>
        ) : way && way !== 'closed' ? (
          <ButtonLink
            href={`/conversations/${way.conversation}`}
            size="sm"
            aria-label={`Conversation: ${title}`}
          >
            Conversation
          </ButtonLink>
        ) : null}
      </div>
    </article>
  );
}
