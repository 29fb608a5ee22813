'use client';

import { clsx } from 'clsx';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, type RefObject, useCallback } from 'react';
import { DialogContext } from './dialog-context';

// The primitive locks the page's scroll with a style element of its own and asks this global for its nonce.
declare global {
  var __webpack_nonce__: string | undefined;
}
if (typeof document !== 'undefined') {
  globalThis.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}

const places = {
  center:
    'inset-x-3 top-[max(1rem,12dvh)] mx-auto max-h-[min(40rem,calc(100dvh-3rem))] max-w-120 rounded-xl motion-safe:animate-rise',
  right: 'inset-y-0 right-0 w-full max-w-105 motion-safe:animate-slide sm:border-l',
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-xl motion-safe:animate-rise sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-105 sm:rounded-none sm:border-l',
};

type DialogWindowProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
  title: ReactNode;
  description?: ReactNode;
  place: keyof typeof places;
  children: ReactNode;
};

/** The window that `Dialog` opens: focus stays inside, Escape closes, the opener gets the focus back. */
export function DialogWindow({
  open,
  onOpenChange,
  opener,
  title,
  description,
  place,
  children,
}: DialogWindowProps) {
  const close = useCallback(() => onOpenChange(false), [onOpenChange]);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim/45" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.current?.focus();
          }}
          className={clsx('fixed z-50 flex flex-col border-line bg-surface shadow-lg', places[place])}
        >
          <header className="grid gap-1 pt-4 pr-14 pb-2 pl-5">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description ? (
              <Primitive.Description className="text-sm text-muted">{description}</Primitive.Description>
            ) : null}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">
            <DialogContext value={close}>{children}</DialogContext>
          </div>
          {/* Last in order, so that the first thing to do has the focus and not the way out. */}
          <Primitive.Close
            aria-label="Close"
            className="absolute top-3 right-3 grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="m3.5 3.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
