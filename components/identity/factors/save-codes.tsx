'use client';

import { usePathname } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';

const PAGE = '/settings/security/recovery';

/** On every page of somebody who could not come back after losing their passkey, until they can. */
export function SaveCodes() {
  const path = usePathname();
  if (path === PAGE || path === '/confirm') return null;
  return (
    <section
      aria-label="Recovery codes"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-wait-line bg-wait-soft px-4 py-2 text-sm sm:px-6 lg:px-8 print:hidden"
    >
      <p className="min-w-0">
        <b className="font-medium">Save your recovery codes.</b> Without them, losing your device locks you
        out.
      </p>
      <ButtonLink href={`${PAGE}?next=${encodeURIComponent(path)}`} size="sm">
        Create recovery codes
      </ButtonLink>
    </section>
  );
}
