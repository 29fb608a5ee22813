'use client';

import { type SubmitEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-look';
import { ConfirmLink } from '@/components/ui/confirm-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { askPasskey, enrolPasskey } from '@/lib/identity/passkeys/actions';
import { PASSKEY_NAME } from '@/lib/identity/passkeys/rules';
import {
  askPasskeyFactor,
  askPasskeySignIn,
  giveFactorByPasskey,
  signInByPasskey,
} from '@/lib/identity/sign-in/actions';
import { askPasskeyConfirm, confirmByPasskey } from '@/lib/identity/step-up/actions';
import { usePasskey } from './use-passkey';

type Refused = ReturnType<typeof usePasskey>['refused'];

/** Why nothing came of it; takes the focus, so that it is heard. */
export function Problem({ refused }: { refused: Refused }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [refused]);
  if (!refused) return null;
  return (
    <ErrorSummary
      ref={summary}
      message={refused.message}
      fields={refused.fields}
      idOf={(name) => `passkey-${name}`}
    >
      {refused.confirm ? <ConfirmLink confirm={refused.confirm} /> : null}
    </ErrorSummary>
  );
}

const onward = (next: string | null): Record<string, string> => (next ? { next } : {});

/** Without JavaScript there is no passkey: said in its place. */
function Without({ children }: { children: string }) {
  return (
    <noscript>
      <p className="text-sm text-muted">{children}</p>
    </noscript>
  );
}

type ButtonProps = { next: string | null; variant?: ButtonVariant };

/** Signs in by a passkey that the device finds by itself: no address is asked for. */
export function SignInByPasskey({ next, variant = 'secondary' }: ButtonProps) {
  const { run, pending, refused } = usePasskey({
    kind: 'sign',
    ask: askPasskeySignIn,
    finish: signInByPasskey,
  });
  return (
    <div className="grid justify-items-start gap-3">
      <Problem refused={refused} />
      <Button
        variant={variant}
        pending={pending}
        className="noscript:hidden"
        onClick={() => !pending && run(onward(next))}
      >
        Sign in with a passkey
      </Button>
      <Without>Passkeys need JavaScript. Signing in by email doesn’t.</Without>
    </div>
  );
}

export function ConfirmByPasskey({
  next,
  variant = 'primary',
  onProved,
}: ButtonProps & { onProved?: () => void }) {
  const { run, pending, refused } = usePasskey({
    kind: 'sign',
    ask: askPasskeyConfirm,
    finish: confirmByPasskey,
    onProved,
  });
  return (
    <div className="grid justify-items-start gap-3">
      <Problem refused={refused} />
      <Button
        variant={variant}
        pending={pending}
        className="noscript:hidden"
        onClick={() => !pending && run(onward(next))}
      >
        Confirm with a passkey
      </Button>
      <Without>Passkeys need JavaScript. Use your authenticator app or a recovery code.</Without>
    </div>
  );
}

/** The second factor at sign-in, after the mail. */
export function GiveFactorByPasskey({ next, variant = 'primary' }: ButtonProps) {
  const { run, pending, refused } = usePasskey({
    kind: 'sign',
    ask: askPasskeyFactor,
    finish: giveFactorByPasskey,
  });
  return (
    <div className="grid justify-items-start gap-3">
      <Problem refused={refused} />
      <Button
        variant={variant}
        pending={pending}
        className="noscript:hidden"
        onClick={() => !pending && run(onward(next))}
      >
        Use your passkey
      </Button>
      <Without>Passkeys need JavaScript. Use your authenticator app or a recovery code.</Without>
    </div>
  );
}

/** Makes a passkey on this device, with a name to know it by. */
export function AddPasskey({ next, suggested }: { next: string | null; suggested: string }) {
  const { run, pending, refused } = usePasskey({
    kind: 'make',
    button: 'Add a passkey',
    ask: askPasskey,
    finish: enrolPasskey,
  });
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    if (!pending) run({ name, ...onward(next) });
  }
  return (
    <div>
      <form onSubmit={send} aria-label="Add a passkey" className="grid gap-3 noscript:hidden" noValidate>
        <Problem refused={refused} />
        <Field
          name="name"
          label="Passkey name"
          hint="A name you’ll recognize, such as the device it’s on."
          limit={PASSKEY_NAME.max}
        >
          <Input defaultValue={suggested} autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
          Add a passkey
        </Button>
      </form>
      <Without>Adding a passkey needs JavaScript. Setting up an authenticator app doesn’t.</Without>
    </div>
  );
}
