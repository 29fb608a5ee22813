'use client';

import { clsx } from 'clsx';
import { lazy, type MouseEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';

const load = () => import('./dialog-window').then(({ DialogWindow }) => ({ default: DialogWindow }));
const DialogWindow = lazy(load);

type DialogProps = {
  /** What the button that opens it says. */
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Layout of the trigger, or all of its look with `bare`. */
  className?: string;
  bare?: boolean;
  /** A page that does the same without JavaScript. Without one the trigger is hidden there: offer `Details` instead. */
  href?: string;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description?: ReactNode;
  /** center: a question · right: a panel · bottom: a sheet on a phone, a panel on the right elsewhere. */
  place?: 'center' | 'right' | 'bottom';
  children: ReactNode;
};

/** Opens a window over the page. The window's code is fetched when someone reaches for the button. */
export function Dialog({
  trigger,
  variant,
  size,
  className,
  bare,
  href,
  title,
  description,
  place = 'center',
  children,
}: DialogProps) {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLAnchorElement & HTMLButtonElement>(null);

  const show = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setAsked(true);
    setOpen(true);
  };
  const attributes = {
    ref: opener,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': open,
    onPointerEnter: load,
    onFocus: load,
    className: bare ? className : clsx(buttonLook(variant, size), !href && 'noscript:hidden', className),
  };
  const onLink = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) show(event);
  };
  return (
    <>
      {href ? (
        // biome-ignore lint/a11y/useSemanticElements: without JavaScript it is a link to the page that does the same
        <a
          {...attributes}
          href={href}
          role="button"
          onClick={onLink}
          onKeyDown={(event) => event.key === ' ' && show(event)}
        >
          {trigger}
        </a>
      ) : (
        <button {...attributes} type="button" onClick={show}>
          {trigger}
        </button>
      )}
      {asked ? (
        <Suspense fallback={null}>
          <DialogWindow
            open={open}
            onOpenChange={setOpen}
            opener={opener}
            title={title}
            description={description}
            place={place}
          >
            {children}
          </DialogWindow>
        </Suspense>
      ) : null}
    </>
  );
}
