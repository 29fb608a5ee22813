import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './lamp';

const edges: Record<Tone, string> = {
  go: 'border-go',
  wait: 'border-wait',
  stop: 'border-stop',
  ended: 'border-line-strong',
  turn: 'border-accent',
};

type CardProps = {
  as?: 'div' | 'section' | 'article' | 'li';
  title?: ReactNode;
  /** Right of the title: a lamp, a link. */
  aside?: ReactNode;
  /** Colours the edge: this card asks for something. */
  tone?: Tone;
  /** Level of the title; 3 inside a part of the page that has a heading of its own. */
  level?: 2 | 3;
  /** A bigger title, for the one or two cards that are the page. */
  large?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
};

export function Card({
  as: Element = 'section',
  title,
  aside,
  tone,
  level = 2,
  large,
  id,
  className,
  children,
}: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Element
      id={id}
      className={cn(
        'min-w-0 rounded-lg border bg-surface px-4 py-4',
        tone ? edges[tone] : 'border-line',
        className,
      )}
    >
      {title || aside ? (
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          {title ? <Heading className={large ? 'text-lg' : 'text-base'}>{title}</Heading> : null}
          {aside}
        </div>
      ) : null}
      {children}
    </Element>
  );
}
