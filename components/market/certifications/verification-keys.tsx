'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

type VerificationKeysProps = {
  /** Addresses of the claims beside this one; null: there is none. */
  next: string | null;
  previous: string | null;
};

const LEGEND = [
  ['1 to 4', 'check what matches'],
  ['A', 'verify'],
  ['R', 'reject: choose a reason with the arrows, then Enter'],
  ['N', 'next claim'],
  ['P', 'previous claim'],
  ['U', 'undo the last decision'],
] as const;

const KEPT = 'verification-keys';
/** Where somebody is typing, a key is a letter. Boxes and radios take no letters. */
const TYPING =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="submit"]), textarea, select, [contenteditable]';

const press = (form: string) =>
  document.querySelector<HTMLButtonElement>(`#${form} button[type="submit"]`)?.click();

/** On the reason that is chosen, else on the first one, which that does not choose. */
function focusReason(): void {
  const of = (choice: string) => document.querySelector<HTMLInputElement>(`#reject input${choice}`);
  (of(':checked') ?? of('[type="radio"]'))?.focus();
}

/**
 * One key for each step of the work, and the list of them. They can be switched off: single keys get in the way of
 * whoever speaks to the computer (WCAG 2.1.4). Everything they do, a button does too.
 */
export function VerificationKeys({ next, previous }: VerificationKeysProps) {
  const router = useRouter();
  const kept = useSyncExternalStore(
    () => () => {},
    () => localStorage.getItem(KEPT) !== 'off',
    () => null,
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const on = chosen ?? kept;

  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(TYPING))
        return;
      const key = event.key.toLowerCase();
      const box = /^[1-4]$/.test(key)
        ? document.querySelectorAll<HTMLInputElement>('#verify input[type="checkbox"]')[Number(key) - 1]
        : null;
      if (box) box.click();
      else if (key === 'a') press('verify');
      else if (key === 'r') focusReason();
      else if (key === 'u') press('undo');
      else if (key === 'n' && next) router.push(next);
      else if (key === 'p' && previous) router.push(previous);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, next, previous, router]);

  // Without JavaScript there are no keys, so nothing is said of them.
  if (on === null) return null;
  const turn = () => {
    localStorage.setItem(KEPT, on ? 'off' : 'on');
    setChosen(!on);
  };
  return (
    <section aria-label="Keys" className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-muted">
      {on ? (
        <ul className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {LEGEND.map(([key, does]) => (
            <li key={key}>
              <Kbd>{key}</Kbd> {does}
            </li>
          ))}
        </ul>
      ) : (
        <p>Keys are off.</p>
      )}
      <Button size="sm" onClick={turn}>
        {on ? 'Turn keys off' : 'Turn keys on'}
      </Button>
    </section>
  );
}
