'use client';

import { unstable_rethrow } from 'next/navigation';
import { useContext, useState, useTransition } from 'react';
import { ProveContext } from '@/components/ui/prove-context';
import type { Outcome } from '@/lib/platform/doors/outcome';

type Refused = Extract<Outcome<never>, { ok: false }>;
type Ceremony = {
  /** Makes a passkey, or signs with one. */
  kind: 'make' | 'sign';
  /** What was pressed, where a proof may be asked for first. */
  button?: string;
  /** Answers what the browser is asked; the options are the library's. */
  ask: (previous: null, form: FormData) => Promise<Outcome<{ options: object }>>;
  finish: (previous: null, form: FormData) => Promise<Outcome>;
  /** Over a page: what follows there. It is answered where it stands. */
  onProved?: (() => void) | undefined;
};

const said = (message: string): Refused => ({ ok: false, code: 'invalid', message });

/** What the browser says when nothing came of it, in words. */
function failed(error: unknown): Refused {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return said('This device already has a passkey for you.');
  if (name === 'NotAllowedError' || name === 'AbortError')
    return said('No passkey was used: the window closed, or it took too long. Try again.');
  return said('This browser can’t use a passkey here. Use another way.');
}

/** The three steps of a passkey: ask us, ask the device, tell us. Needs JavaScript, as the browser's own part does. */
export function usePasskey({ kind, button = '', ask, finish, onProved }: Ceremony) {
  const [pending, begin] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  const prove = useContext(ProveContext);

  /** `first`: what has to go well before it, such as a code that was typed beside it; answers why it did not. */
  function run(fields: Record<string, string>, first?: () => Promise<Outcome>) {
    begin(async () => {
      setRefused(null);
      try {
        const before = await first?.();
        if (before && !before.ok) return setRefused(before);
        const asked = await ask(null, new FormData());
        if (!asked.ok && asked.confirm && prove)
          return prove({
            ...asked.confirm,
            button,
            proved: () => run(fields),
            left: () => setRefused(asked),
          });
        if (!asked.ok) return setRefused(asked);
        const browser = await import('@simplewebauthn/browser');
        if (!browser.browserSupportsWebAuthn()) return setRefused(failed(null));
        const optionsJSON = asked.value.options as never;
        const answer = await (kind === 'make'
          ? browser.startRegistration({ optionsJSON })
          : browser.startAuthentication({ optionsJSON }));
        const data = new FormData();
        data.set('answer', JSON.stringify(answer));
        if (onProved) data.set('stay', 'yes');
        for (const [name, value] of Object.entries(fields)) data.set(name, value);
        const outcome = await finish(null, data);
        if (!outcome.ok) setRefused(outcome);
        else onProved?.();
      } catch (error) {
        unstable_rethrow(error);
        setRefused(failed(error));
      }
    });
  }
  return { run, pending, refused };
}
