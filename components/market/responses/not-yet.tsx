import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { No } from '@/lib/core/refusal';

type NotYetProps = {
  refusal: No | null;
  /** The page to come back to once the profile is in order. */
  next?: string;
  /** An answer may be kept until a certification of theirs is verified. */
  holds?: boolean;
  className?: string;
};

/** What keeps somebody from responding, and where to change it. Without a reason: they are not on the expert side yet. */
export function NotYet({ refusal, next, holds, className }: NotYetProps) {
  const back = next ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <Callout
      tone="wait"
      title={refusal ? 'You can’t respond yet' : 'This is for experts'}
      className={className}
      action={
        <ButtonLink href={refusal ? `/profile${back}` : `/register${back}`} size="sm">
          {refusal ? 'Open your profile' : 'Register as an expert'}
        </ButtonLink>
      }
    >
      {refusal
        ? `${refusal.message} Until then, you see titles, budgets and preferences.${holds ? ' You can write a response now. We keep it and send it once that’s done.' : ''}`
        : 'We show open requests to registered experts. To register, you need a name, a country and a certification.'}
    </Callout>
  );
}
