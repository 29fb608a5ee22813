import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { PublicLink } from './public-header';

type PublicFooterProps = {
  links: readonly PublicLink[];
  /** Who runs this installation and how to reach them. */
  operator: ReactNode;
};

export function PublicFooter({ links, operator }: PublicFooterProps) {
  return (
    <footer className="mt-16 border-t border-line print:hidden">
      <div className="mx-auto flex max-w-[75rem] flex-wrap items-baseline justify-between gap-x-8 gap-y-3 px-4 py-6 text-sm text-muted sm:px-8">
        <div className="max-w-[60ch]">{operator}</div>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {links.map((link) => (
              <li key={link.href}>
                <Link href={link.href} className="inline-block py-1 hover:text-ink hover:underline">
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
