'use client';

import { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

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
      <OnItsWay />
    </Link>
  );
}

/** A dot while the page behind the link is being fetched. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span role="status" className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent">
      <span className="sr-only">Loading</span>
    </span>
  ) : null;
}
