import type { ComponentProps } from 'react';
import { AlwaysMailed } from '@/components/guide/always-mailed';
import { Levels } from '@/components/guide/levels';
import { Picture } from '@/components/guide/picture';
import { Restrictions } from '@/components/guide/restrictions';
import { Titles } from '@/components/guide/titles';
import { Part } from '@/components/layout/reading';
import { Link } from '@/components/ui/link';
import { facts } from './facts';

function TextLink({ href = '', children }: ComponentProps<'a'>) {
  return (
    <Link href={href} className="link">
      {children}
    </Link>
  );
}

function OperatorMail() {
  return (
    <a href={`mailto:${facts.email}`} className="link">
      {facts.email}
    </a>
  );
}

/** What a chapter is made of: Markdown's own elements as we draw them, and those that a text may name. */
export const ELEMENTS = {
  a: TextLink,
  strong: 'b',
  Part,
  Picture,
  Levels,
  Titles,
  Restrictions,
  AlwaysMailed,
  OperatorMail,
};
