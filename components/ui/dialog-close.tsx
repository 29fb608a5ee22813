'use client';

import { clsx } from 'clsx';
import { type ReactNode, useContext } from 'react';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';
import { DialogContext } from './dialog-context';

type DialogCloseProps = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
};

/** "Cancel" inside a dialog. Draws nothing outside of one, so a form can stand in a dialog and on a page alike. */
export function DialogClose({ variant = 'secondary', size, className, children }: DialogCloseProps) {
  const close = useContext(DialogContext);
  if (!close) return null;
  return (
    <button type="button" onClick={close} className={clsx(buttonLook(variant, size), className)}>
      {children}
    </button>
  );
}
