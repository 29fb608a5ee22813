'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type NavLinkProps = {
  href: string;
  /** Current on this address alone, not on those below it. */
  exact?: boolean;
  className?: string;
  children: ReactNode;
};

/** A link that knows when it leads to where one is. */
export function NavLink({ href, exact, className, children }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className={className}>
      {children}
    </Link>
  );
}
