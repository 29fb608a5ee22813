'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';
import { Spinner } from './spinner';

type SubmitProps = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** What the button says while the form is under way, such as "Posting…". */
  pendingLabel?: ReactNode;
  /** Layout only (margins, width, order): it is joined, not merged. */
  className?: string;
  children: ReactNode;
} & Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>;

/**
 * The button that sends the form around it. While the form is under way it says so and refuses a second press; it is
 * not disabled, since a disabled button would drop the keyboard's focus. Of several, only the pressed one turns.
 */
export function Submit({
  variant = 'primary',
  size,
  pendingLabel,
  className,
  children,
  ...rest
}: SubmitProps) {
  const { pending, data } = useFormStatus();
  const pressed = pending && (rest.name === undefined || data?.get(rest.name) === String(rest.value ?? ''));
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pressed || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else rest.onClick?.(event);
      }}
      className={clsx(buttonLook(variant, size), className)}
    >
      {pressed ? <Spinner /> : null}
      {pressed && pendingLabel ? pendingLabel : children}
    </button>
  );
}
