import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { askFactorAtSignIn, askFactorLater } from '@/lib/identity/factors/actions';

/** When what is enrolled is asked for. Asking later is the weaker choice, and takes a fresh proof. */
export function WhenAsked({ atSignIn, admin }: { atSignIn: boolean; admin: boolean }) {
  if (admin)
    return (
      <p className="text-muted">
        At sign-in, before money moves and before access is given. Always for admins.
      </p>
    );
  if (atSignIn)
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-muted">
          At sign-in, before money moves and before access is given. Someone who gets into your email can’t
          sign in.
        </p>
        <Form action={askFactorLater} label="Ask only before money and access">
          <Submit variant="secondary">Ask only before money and access</Submit>
        </Form>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">
        Only before money moves and before access is given. Anyone who gets into your email can sign in and
        read everything.
      </p>
      <Form action={askFactorAtSignIn} label="Ask at sign-in too">
        <Submit>Ask at sign-in too</Submit>
      </Form>
    </div>
  );
}
