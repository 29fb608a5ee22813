'use client';

import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { inWords } from '@/lib/core/words';
import { makeRecoveryCodes } from '@/lib/identity/factors/actions';
import { RECOVERY_CODES } from '@/lib/identity/factors/rules';

const COUNT = inWords(RECOVERY_CODES);

/** The button that makes them, and in its place the codes, this once. */
export function RecoveryCodes({ left, next }: { left: number; next: string }) {
  return (
    <Form
      action={makeRecoveryCodes}
      label="Create recovery codes"
      className="grid gap-3"
      then={({ codes }) => (
        <div className="grid gap-4">
          <Callout tone="wait" role="status" title={`Save these ${COUNT} codes now`}>
            We show them only once. Print them, or save them where you keep your passwords.
          </Callout>
          <ul
            aria-label="Recovery codes"
            className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border border-line bg-sunken px-4 py-3 font-mono"
          >
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={codes.join('\n')} />
            <ButtonLink href={next} variant="primary">
              I’ve saved them
            </ButtonLink>
          </div>
        </div>
      )}
    >
      <p className="text-muted">
        {left > 0
          ? `You have ${left} unused ${left === 1 ? 'code' : 'codes'}. New codes replace all unused ones.`
          : `Each of the ${COUNT} codes works once, in place of your passkey or app. Lose both, and without a code you can’t pay or grant access.`}
      </p>
      <Submit pendingLabel="Creating…" className="justify-self-start">
        {left > 0 ? `Create ${COUNT} new codes` : `Create ${COUNT} codes`}
      </Submit>
    </Form>
  );
}
