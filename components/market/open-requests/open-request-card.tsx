'use client';

import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import type { CardFacts } from './card-facts';
import { MarkButtons } from './mark-buttons';

type OpenRequestCardProps = {
  facts: CardFacts;
  /** Where the response of the viewer's company stands. */
  standing?: ReactNode;
  timeZone: string;
  now: Date;
};

/** An open request in the list of those who look for work. */
export function OpenRequestCard({ facts, standing, timeZone, now }: OpenRequestCardProps) {
  const { id, title, excerpt, postedAt, wishes, answers, mark, way } = facts;
  const href = `/work/${id}`;
  return (
    <Card as="article" className="grid gap-2 px-4.5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-lg">
          <Link href={href} className="hover:underline">
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <Instant at={postedAt} timeZone={timeZone} now={now} show="ago" className="text-sm text-muted" />
      </div>
      {excerpt ? (
        <p className="line-clamp-2 text-sm text-muted">
          <bdi>{excerpt}</bdi>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ul className="flex flex-wrap gap-1.5" aria-label="Preferences">
          {wishes.map((wish) => (
            <Tag as="li" key={wish}>
              {wish}
            </Tag>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted max-sm:w-full max-sm:justify-between sm:ml-auto">
          <span className="max-sm:w-full">{answers}</span>
          <MarkButtons id={id} title={title} mark={mark} />
          {way === 'closed' ? (
            <Lamp tone="ended">Not accepting</Lamp>
          ) : way === 'respond' ? (
            <ButtonLink href={href} size="sm" variant="primary" aria-label={`Respond: ${title}`}>
              Respond
            </ButtonLink>
          ) : way ? (
            <>
              {standing}
              <Link
                href={`/conversations/${way.conversation}`}
                className="link"
                aria-label={`Conversation: ${title}`}
              >
                Conversation
              </Link>
            </>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
