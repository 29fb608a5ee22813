'use client';

import { useContext } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { ProveContext } from '@/components/ui/prove-context';
import type { Confirm } from '@/lib/core/refusal';

/** Sets up the first way to confirm over this page; without JavaScript on a page that leads back. */
export function SetUpFactor({ confirm, next }: { confirm: Confirm; next: string }) {
  const prove = useContext(ProveContext);
  const query = new URLSearchParams({ for: confirm.for, factor: '1', next });
  return (
    <ButtonLink
      href={`/confirm?${query}`}
      size="sm"
      onClick={(event) => {
        if (!prove) return;
        event.preventDefault();
        prove({ ...confirm, button: '', proved: () => {}, left: () => {} });
      }}
    >
      Set up
    </ButtonLink>
  );
}
