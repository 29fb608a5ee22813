'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Button, ButtonLink } from './button';
import { ConfirmLink } from './confirm-link';
import type { Answer } from './sending';

type WayOnProps = {
  refusal: Extract<Answer<never>, { ok: false }>;
  /** Just before the page is left, to keep what was typed for when it is there again. */
  onLeave: () => void;
};

/** What to do about a refusal that is not about a field: confirm that it is you, sign in again, or open the page again. */
export function WayOn({ refusal, onLeave }: WayOnProps) {
  if (refusal.confirm) return <ConfirmLink confirm={refusal.confirm} onLeave={onLeave} inForm />;
  if (refusal.code === 'unauthenticated') return <SignInLink onLeave={onLeave} />;
  if (!('open' in refusal)) return null;
  return (
    <p className="mt-1">
      <Button
        variant="primary"
        size="sm"
        onClick={() => {
          onLeave();
          location.reload();
        }}
      >
        Open the page again
      </Button>
    </p>
  );
}

/** Back to this page, with what was typed. */
function SignInLink({ onLeave }: { onLeave: () => void }) {
  const path = usePathname();
  const search = useSearchParams().toString();
  const next = search ? `${path}?${search}` : path;
  return (
    <p className="mt-1">
      <ButtonLink
        href={`/sign-in?${new URLSearchParams({ next })}`}
        variant="primary"
        size="sm"
        onClick={onLeave}
      >
        Sign in, then send
      </ButtonLink>
    </p>
  );
}
