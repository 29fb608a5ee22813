'use client';

import { clsx } from 'clsx';
import { Toast as Primitive } from 'radix-ui';
import type { Toast } from './toast';

type ToastStackProps = { toasts: readonly (Toast & { id: number })[]; onGone: (id: number) => void };

/** Drawn by `Toaster` in the browser alone: the primitive's server markup has style attributes, which the page's policy refuses. */
export function ToastStack({ toasts, onGone }: ToastStackProps) {
  return (
    <Primitive.Provider duration={6_000} label="Message">
      {toasts.map(({ id, title, text, tone = 'go' }) => (
        <Primitive.Root
          key={id}
          onOpenChange={(open) => {
            if (!open) onGone(id);
          }}
          type={tone === 'stop' ? 'foreground' : 'background'}
          className="flex items-start gap-3 rounded-lg border border-line bg-surface py-3 pr-2 pl-4 shadow-lg motion-safe:animate-rise"
        >
          <span
            aria-hidden="true"
            className={clsx('mt-1.75 size-2 shrink-0 rounded-full', tone === 'stop' ? 'bg-stop' : 'bg-go')}
          />
          <div className="grid min-w-0 flex-1 text-sm">
            <Primitive.Title className="font-medium">{title}</Primitive.Title>
            {text ? <Primitive.Description className="text-muted">{text}</Primitive.Description> : null}
          </div>
          <Primitive.Close
            aria-label="Dismiss"
            className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
          >
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="m3.5 3.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </Primitive.Close>
        </Primitive.Root>
      ))}
      <Primitive.Viewport className="fixed right-3 bottom-3 z-50 grid w-[calc(100vw-1.5rem)] max-w-90 gap-2" />
    </Primitive.Provider>
  );
}
