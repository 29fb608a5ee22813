'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

type SwitchProps = {
  checked: boolean;
  /** Sent with the form: the state that a press asks for, "true" or "false". */
  name: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  className?: string;
};

/** On or off at once: a submit button inside a form, so it works without JavaScript. While under way it shows the aim. */
export function Switch({ checked, name, label, description, disabled, className }: SwitchProps) {
  const { pending } = useFormStatus();
  const shown = pending ? !checked : checked;
  return (
    <button
      type="submit"
      role="switch"
      aria-checked={shown}
      aria-busy={pending || undefined}
      name={name}
      value={String(!checked)}
      disabled={disabled}
      onClick={(event) => pending && event.preventDefault()}
      className={clsx(
        'flex min-h-6 items-start gap-3 rounded-md text-left disabled:text-faint pointer-coarse:min-h-11',
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={clsx(
          'mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border p-px transition-colors',
          shown ? 'justify-end border-accent bg-accent' : 'justify-start border-edge bg-sunken',
          (pending || disabled) && 'opacity-60',
        )}
      >
        <span className={clsx('size-4 rounded-full', shown ? 'bg-on-accent' : 'bg-edge')} />
      </span>
      <span className="grid min-w-0">
        <span className="font-medium">{label}</span>
        {description ? <span className="text-sm text-muted">{description}</span> : null}
      </span>
    </button>
  );
}
