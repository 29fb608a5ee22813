import { Mono } from '@/components/ui/code';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { CODE_DIGITS } from '@/lib/core/step-up';
import { inWords, inWordsFirst } from '@/lib/core/words';
import {
  confirmAuthenticator,
  enrolAuthenticator,
  removeAuthenticator,
} from '@/lib/identity/factors/actions';
import type { PendingSecret } from '@/lib/identity/factors/queries';
import { APP_SECONDS } from '@/lib/identity/factors/rules';

/** The QR code and its text, and the first code that proves that the app has taken it. */
export function FirstCode({
  pending,
  next,
  onProved,
}: {
  pending: PendingSecret;
  next: string | null;
  /** Over a page: what follows there. */
  onProved?: () => void;
}) {
  const { secret, qr } = pending;
  return (
    <ol className="grid list-decimal gap-6 pl-5">
      <li className="grid gap-3 pl-1">
        <p>Open your authenticator app, add an account, and scan this:</p>
        {/* Black on white in dark mode too: cameras read it best so. */}
        <svg
          viewBox={`-3 -3 ${qr.size + 6} ${qr.size + 6}`}
          role="img"
          aria-label="QR code for your authenticator app"
          className="w-52 max-w-full rounded-md border border-line bg-white"
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="#000" />
        </svg>
        <p>
          Or enter this key (time-based, {inWords(CODE_DIGITS)} digits):{' '}
          <Mono>{secret.match(/.{1,4}/g)?.join(' ')}</Mono>
        </p>
      </li>
      <li className="pl-1">
        <Form
          action={confirmAuthenticator}
          hidden={{ ...(next ? { next } : {}), ...(onProved ? { stay: 'yes' } : {}) }}
          onDone={onProved}
          label="Enter the first code"
          className="grid gap-3"
        >
          <Field
            name="code"
            label="Code from the app"
            hint={`${inWordsFirst(CODE_DIGITS)} digits that change every ${APP_SECONDS} seconds.`}
          >
            <Input
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={CODE_DIGITS + 1}
              className="max-w-40 font-mono text-lg tracking-[0.2em]"
            />
          </Field>
          <Submit pendingLabel="Checking…" className="justify-self-start">
            Finish
          </Submit>
        </Form>
      </li>
    </ol>
  );
}

/** Makes the QR code; before it, nothing is shown that could be taken. */
export function BeginAuthenticator({ next }: { next: string | null }) {
  return (
    <Form action={enrolAuthenticator} hidden={next ? { next } : {}} label="Set up an authenticator app">
      <Submit pendingLabel="Setting up…" className="justify-self-start">
        Set up an authenticator app
      </Submit>
    </Form>
  );
}

export function RemoveAuthenticator() {
  return (
    <Form action={removeAuthenticator} label="Remove the authenticator app" className="grid gap-2">
      <Submit variant="danger" size="sm" pendingLabel="Removing…" className="justify-self-start">
        Remove
      </Submit>
      <p className="text-sm text-muted">Its codes stop working right away. You can set up another app.</p>
    </Form>
  );
}
