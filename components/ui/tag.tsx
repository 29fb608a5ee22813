import type { ReactNode } from 'react';
import { cn } from './cn';

type TagProps = {
  /** `li` in a list of tags. */
  as?: 'span' | 'li';
  className?: string;
  children: ReactNode;
};

/** A fact in a word or two: a service, a Region, a range. A state is a `Lamp` instead. */
export function Tag({ as: Element = 'span', className, children }: TagProps) {
  return <Element className={cn('tag', className)}>{children}</Element>;
}
