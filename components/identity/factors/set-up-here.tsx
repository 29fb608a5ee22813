'use client';

import { type SubmitEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Asked } from '@/components/ui/prove-context';
import { CODE_DIGITS, PROOF_MINUTES } from '@/lib/core/step-up';
import { inWordsFirst } from '@/lib/core/words';
import { enrolAuthenticator } from '@/lib/identity/factors/actions';
import type { PendingSecret } from '@/lib/identity/factors/queries';
import { APP_SECONDS } from '@/lib/identity/factors/rules';
import { askPasskey, enrolPasskey } from '@/lib/identity/passkeys/actions';
import { confirm } from '@/lib/identity/step-up/actions';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { FirstCode } from './authenticator-forms';
import { AskCode, DIGITS } from './confirm-forms';
import { Problem } from './passkey-buttons';
import type { Who } from './prove-here';
import { usePasskey } from './use-passkey';

type SetUpHereProps = { asked: Asked; who: Who; onProved: () => void };

/**
 * The first way to confirm, in one place: a code from an email where the session has given none lately, and the passkey.
 * An authenticator app is there for whoever cannot make one.
 */
export function SetUpHere({ asked, who, onProved }: SetUpHereProps) {
  const [mailed, setMailed] = useState(asked.mailed);
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const [pending, setPending] = useState<PendingSecret | null>(null);
  const passkey = usePasskey({ kind: 'make', ask: askPasskey, finish: enrolPasskey, onProved });
  const [busy, begin] = useTransition();
  const [refused, setRefused] = useState<Extract<Outcome<never>, { ok: false }> | null>(null);

  /** The code that was typed, before what needs it. Right, it serves for both ways. */
  async function giveCode(): Promise<Outcome> {
    if (mailed) return { ok: true, value: null };
    const data = new FormData();
    for (const [name, value] of Object.entries({ way: 'email', code, stay: 'yes' })) data.set(name, value);
    const outcome = await confirm(null, data);
    if (outcome.ok) setMailed(true);
    return outcome;
  }
  function create(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setRefused(null);
    if (!passkey.pending) passkey.run({ name: who.suggested }, giveCode);
  }
  function setUpApp() {
    begin(async () => {
      setRefused(null);
      const given = await giveCode();
      if (!given.ok) return setRefused(given);
      const data = new FormData();
      data.set('stay', 'yes');
      const outcome = await enrolAuthenticator(null, data);
      if (outcome.ok) setPending(outcome.value.pending);
      else setRefused(outcome);
    });
  }

  if (pending) return <FirstCode pending={pending} next={null} onProved={onProved} />;
  const asking = (
    <AskCode purpose="factors" email={who.email} sent={sent} next={null} onSent={() => setSent(true)} />
  );
  if (!mailed && !sent)
    return (
      <div className="grid gap-3">
        <p className="text-muted">Enter the code, then your device makes a passkey.</p>
        {asking}
      </div>
    );
  return (
    <div className="grid gap-4">
      <form onSubmit={create} aria-label="Create a passkey" className="grid gap-3" noValidate>
        <Problem refused={passkey.refused ?? refused} />
        {mailed ? null : (
          <Field
            name="code"
            label="Code from the email"
            hint={`${inWordsFirst(CODE_DIGITS)} digits. The code works once, for ${PROOF_MINUTES} minutes.`}
          >
            <Input {...DIGITS} value={code} onChange={(event) => setCode(event.target.value)} />
          </Field>
        )}
        <p className="text-muted">Use your fingerprint, face or device PIN.</p>
        <Button type="submit" variant="primary" pending={passkey.pending} className="justify-self-start">
          Create a passkey
        </Button>
      </form>
      {mailed ? null : asking}
      <Details summary="Other ways">
        <div className="grid justify-items-start gap-3">
          <p className="text-sm text-muted">
            An app on your phone or computer that shows a new code every {APP_SECONDS} seconds.
          </p>
          <Button pending={busy} onClick={() => !busy && setUpApp()}>
            Set up an authenticator app
          </Button>
        </div>
      </Details>
    </div>
  );
}
