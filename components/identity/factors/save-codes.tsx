'use client';

import { clsx } from 'clsx';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';

const PAGE = '/settings/security/recovery';

/**
 * On every page of somebody who could not come back after losing their device, until they can. The elements are there
 * either way: the reminder may come while a form of the page is under way. Pages that fill the window are told its height.
 */
export function SaveCodes({ lacking, children }: { lacking: boolean; children: ReactNode }) {
  const path = usePathname();
  const shown = lacking && path !== PAGE && path !== '/confirm';
  return (
    <div className={clsx('contents', shown && '[--above:var(--band)]')}>
      {shown ? (
        <section
          aria-label="Recovery codes"
          className="flex h-11 items-center justify-between gap-x-4 border-b border-wait-line bg-wait-soft px-4 text-sm sm:px-6 lg:px-8 print:hidden"
        >
          <p className="min-w-0 truncate">
            <b className="font-medium">Save your recovery codes.</b>
            <span className="max-md:hidden"> Without them, losing your device locks you out.</span>
          </p>
          <ButtonLink
            href={`${PAGE}?next=${encodeURIComponent(path)}`}
            variant="quiet"
            size="sm"
            className="shrink-0"
          >
            Create recovery codes
          </ButtonLink>
        </section>
      ) : null}
      <div className={clsx('contents', shown && '[--band:calc(var(--above)_+_2.75rem)]')}>{children}</div>
    </div>
  );
}
