'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import type { Confirm } from '@/lib/core/refusal';
import { ButtonLink } from './button';
import { buttonLook } from './button-look';

type ConfirmLinkProps = {
  confirm: Confirm;
  /** Just before the page is left. */
  onLeave?: () => void;
  /** Stands in the form that was refused: without JavaScript the form is taken along, and is sent once it is proved. */
  inForm?: boolean;
};

const never = () => () => {};

/** Leads to where one proves that it is oneself, and from there back to this page, or on with the form. */
export function ConfirmLink({ confirm, onLeave, inForm }: ConfirmLinkProps) {
  const path = usePathname();
  const search = useSearchParams().toString();
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const next = search ? `${path}?${search}` : path;
  const query = new URLSearchParams({ for: confirm.for, ...(confirm.factor ? { factor: '1' } : {}) });
  const words = 'Confirm it’s you';
  if (inForm && !scripted)
    return (
      <p className="mt-1">
        <button
          type="submit"
          formAction={`/api/confirm/asked?${query}`}
          className={buttonLook('primary', 'sm')}
        >
          {words}
        </button>
      </p>
    );
  query.set('next', next);
  return (
    <p className="mt-1">
      <ButtonLink href={`/confirm?${query}`} variant="primary" size="sm" onClick={onLeave}>
        {words}
      </ButtonLink>
    </p>
  );
}
