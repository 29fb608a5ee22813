'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { Confirm } from '@/lib/core/refusal';
import { ButtonLink } from './button';

type ConfirmLinkProps = {
  confirm: Confirm;
  /** Just before the page is left. */
  onLeave?: () => void;
};

/** Leads to where one proves that it is oneself, and from there back to this page. */
export function ConfirmLink({ confirm, onLeave }: ConfirmLinkProps) {
  const path = usePathname();
  const search = useSearchParams().toString();
  const next = search ? `${path}?${search}` : path;
  const query = new URLSearchParams({ for: confirm.for, ...(confirm.factor ? { factor: '1' } : {}), next });
  return (
    <p className="mt-1">
      <ButtonLink href={`/confirm?${query}`} variant="primary" size="sm" onClick={onLeave}>
        Confirm it’s you
      </ButtonLink>
    </p>
  );
}
