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
        <Form action={askFactorLater} label="Ask before money and access only">
          <Submit variant="secondary">Ask before money and access only</Submit>
        </Form>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">
        Before money moves and access is given only. Anyone who gets into your email can sign in and read
        everything.
      </p>
      <Form action={askFactorAtSignIn} label="Ask at sign-in too">
        <Submit>Ask at sign-in too</Submit>
      </Form>
    </div>
  );
}
