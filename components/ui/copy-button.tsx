'use client';

import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';

type CopyButtonProps = {
  text: string;
  /** What is copied: "Copy role name". */
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
};

type State = 'idle' | 'copied' | 'refused';

/** Puts a text on the clipboard and says so. Not shown without JavaScript, where it could do nothing. */
export function CopyButton({
  text,
  label = 'Copy',
  variant = 'quiet',
  size = 'sm',
  className,
}: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const said = { idle: label, copied: 'Copied', refused: 'Couldn’t copy' }[state];
  return (
    <button
      type="button"
      onClick={copy}
      className={clsx(buttonLook(variant, size), 'noscript:hidden', className)}
    >
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {state === 'copied' ? <path d="m3 8.5 3.2 3L13 5" /> : <path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7" />}
      </svg>
      <span aria-live="polite">{said}</span>
    </button>
  );
}
