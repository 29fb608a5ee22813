import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { CODE_DIGITS } from '@/lib/core/step-up';
import { EMAIL_MAX } from '@/lib/core/visible';
import { inWordsFirst } from '@/lib/core/words';
import { becomeAdmin } from '@/lib/identity/admins/actions';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { askSignIn, signIn } from '@/lib/identity/sign-in/actions';

/** Asks where to send the link and the code. */
export function AskForm({ next, email }: { next: string | null; email?: string }) {
  return (
    <Form action={askSignIn} hidden={next ? { next } : {}} label="Sign in by email" className="grid gap-4">
      <Field
        name="email"
        label="Email address"
        hint="We’ll email you a link and a code. No password. If you’re new, this creates your account."
      >
        <Input
          type="email"
          autoComplete="email"
          inputMode="email"
          maxLength={EMAIL_MAX}
          defaultValue={email}
        />
      </Field>
      <Submit pendingLabel="Sending…" className="justify-self-start">
        Email me a code
      </Submit>
    </Form>
  );
}

/** The code, in the tab that asked for it. */
export function CodeForm() {
  return (
    <Form action={signIn} label="Sign in with a code" className="grid gap-4">
      <Field
        name="code"
        label="Code from the email"
        hint={`${inWordsFirst(CODE_DIGITS)} digits. Works for ${SIGN_IN_MINUTES} minutes, only in this browser.`}
      >
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={CODE_DIGITS + 1}
          className="max-w-40 font-mono text-lg tracking-[0.2em]"
        />
      </Field>
      <Submit pendingLabel="Signing in…" className="justify-self-start">
        Sign in
      </Submit>
    </Form>
  );
}

/** One button, so that a mail scanner that opens every link does not use this one up. */
export function LinkForm({ token }: { token: string }) {
  return (
    <Form action={signIn} hidden={{ token }} label="Sign in with a link">
      <Submit size="lg" pendingLabel="Signing in…">
        Sign in
      </Submit>
    </Form>
  );
}

export function AdminForm({ token }: { token: string }) {
  return (
    <Form action={becomeAdmin} hidden={{ token }} label="Become an admin">
      <Submit pendingLabel="Making you an admin…">Become an admin</Submit>
    </Form>
  );
}
