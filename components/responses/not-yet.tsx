import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { No } from '@/lib/core/refusal';

/** What keeps somebody from responding, and where to change it. Without a reason: they are not on the expert side yet. */
export function NotYet({ refusal, className }: { refusal: No | null; className?: string }) {
  return (
    <Callout
      tone="wait"
      title={refusal ? 'You cannot respond yet' : 'This is for experts'}
      className={className}
      action={
        <ButtonLink href="/profile" size="sm">
          {refusal ? 'Open your profile' : 'Register as an expert'}
        </ButtonLink>
      }
    >
      {refusal
        ? `${refusal.message} Until then you see titles, budgets and wishes.`
        : 'Open requests are shown to people who have registered as experts. It takes a name, a country and a certification.'}
    </Callout>
  );
}
