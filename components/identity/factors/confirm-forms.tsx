import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { CODE_DIGITS, PROOF_MINUTES } from '@/lib/core/step-up';
import { inWordsFirst } from '@/lib/core/words';
import { RECOVERY_LETTERS } from '@/lib/identity/factors/rules';
import { giveFactor } from '@/lib/identity/sign-in/actions';
import { askConfirmCode, confirm } from '@/lib/identity/step-up/actions';

/** `signingIn`: the second factor at sign-in; otherwise somebody who is signed in confirms that it is them. */
type Onward = {
  next: string | null;
  signingIn?: boolean;
  /** Over a page: what follows there. The form is answered where it stands. */
  onProved?: () => void;
};
const words = (signingIn: boolean | undefined) =>
  signingIn
    ? { action: giveFactor, do: 'Sign in', doing: 'Signing in…' }
    : { action: confirm, do: 'Confirm', doing: 'Confirming…' };
const onward = ({ next, onProved }: Onward): Record<string, string> => ({
  ...(next ? { next } : {}),
  ...(onProved ? { stay: 'yes' } : {}),
});

export const DIGITS = {
  autoComplete: 'one-time-code',
  inputMode: 'numeric',
  maxLength: CODE_DIGITS + 1,
  className: 'max-w-40 font-mono text-lg tracking-[0.2em]',
} as const;

/** The digits that the authenticator app shows. */
export function AppCodeForm(props: Onward) {
  const say = words(props.signingIn);
  return (
    <Form
      action={say.action}
      id="app"
      hidden={{ way: 'authenticator', ...onward(props) }}
      onDone={props.onProved}
      label={`${say.do} with your authenticator app`}
      className="grid gap-3"
    >
      <Field
        name="code"
        label="Code from your authenticator app"
        hint={`${inWordsFirst(CODE_DIGITS)} digits. Each code works once.`}
      >
        <Input {...DIGITS} />
      </Field>
      <Submit pendingLabel={say.doing} className="justify-self-start">
        {say.do}
      </Submit>
    </Form>
  );
}

export function RecoveryForm(props: Onward) {
  const say = words(props.signingIn);
  return (
    // Not behind a summary: without JavaScript it would close over the answer to a wrong code.
    <section aria-label="Recovery code" className="grid gap-3 border-t border-line pt-4">
      <p className="text-sm text-muted">Can’t use any of these? Use one of your recovery codes.</p>
      <Form
        action={say.action}
        id="recovery"
        hidden={{ way: 'recovery', ...onward(props) }}
        onDone={props.onProved}
        label={`${say.do} with a recovery code`}
        className="grid gap-3"
      >
        <Field
          name="code"
          label="Recovery code"
          hint={`${inWordsFirst(RECOVERY_LETTERS)} letters and digits. Each code works once.`}
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            maxLength={2 * RECOVERY_LETTERS}
            className="max-w-56 font-mono"
          />
        </Field>
        <Submit variant="secondary" pendingLabel={say.doing} className="justify-self-start">
          {say.do} with this code
        </Submit>
      </Form>
    </section>
  );
}

type MailFormsProps = Onward & { purpose: string; email: string; sent: boolean; onSent?: () => void };

/** Asks for a code by e-mail, and takes it: where nothing that proves more is enrolled. */
export function MailForms({ purpose, email, sent, onSent, ...props }: MailFormsProps) {
  return (
    <div className="grid gap-4">
      {sent ? (
        <Form
          action={confirm}
          id="mail"
          hidden={{ way: 'email', ...onward(props) }}
          onDone={props.onProved}
          label="Confirm by email"
          className="grid gap-3"
        >
          <Field
            name="code"
            label="Code from the email"
            hint={`${inWordsFirst(CODE_DIGITS)} digits. The code works once, for ${PROOF_MINUTES} minutes.`}
          >
            <Input {...DIGITS} />
          </Field>
          <Submit pendingLabel="Confirming…" className="justify-self-start">
            Confirm
          </Submit>
        </Form>
      ) : null}
      <AskCode purpose={purpose} email={email} sent={sent} onSent={onSent} {...props} />
    </div>
  );
}

/** Asks for a code by e-mail; another one, where one was sent. */
export function AskCode({ purpose, email, sent, onSent, ...props }: MailFormsProps) {
  return (
    <Form
      action={askConfirmCode}
      hidden={{ for: purpose, ...onward(props), ...(onSent ? { stay: 'yes' } : {}) }}
      onDone={onSent}
      label="Email me a code"
      className="grid gap-2"
    >
      {sent ? null : (
        <p>
          We’ll email a code to <b className="font-medium break-all">{email}</b>.
        </p>
      )}
      <Submit variant={sent ? 'quiet' : 'primary'} pendingLabel="Sending…" className="justify-self-start">
        {sent ? 'Email me another code' : 'Email me a code'}
      </Submit>
    </Form>
  );
}

/** What the demo's own authenticator shows: pressing it enters the code. */
export function DemoCodeForm({ code, ...props }: Onward & { code: string }) {
  const say = words(props.signingIn);
  if (!code)
    return (
      <p className="text-sm text-muted">
        Your demo authenticator shows its next code in a moment. Reload this page.
      </p>
    );
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  return (
    <Form
      action={say.action}
      id="demo"
      hidden={{ way: 'authenticator', code, ...onward(props) }}
      onDone={props.onProved}
      label={`${say.do} with the demo's authenticator`}
      className="grid gap-2 rounded-md border border-wait-line bg-wait-soft px-4 py-3"
    >
      <p>
        Your demo authenticator shows <b className="font-mono font-medium tracking-wide">{shown}</b>.
      </p>
      <Submit pendingLabel={say.doing} className="justify-self-start">
        {say.do} with {shown}
      </Submit>
    </Form>
  );
}
