import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { No } from '@/lib/core/refusal';

/** Why a company cannot be asked directly, said before anything is written. */
export function CannotAsk({ refusal }: { refusal: No }) {
  return (
    <Callout
      tone="wait"
      title="You can’t send this request directly"
      action={
        <>
          <ButtonLink href="/requests/new" size="sm" variant="primary">
            Post a request to all experts
          </ButtonLink>
          <ButtonLink href="/experts" size="sm">
            Find another expert
          </ButtonLink>
        </>
      }
    >
      {refusal.message}
    </Callout>
  );
}
