'use client';

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { type Asked, ProveContext } from '@/components/ui/prove-context';
import { PROOF_MINUTES } from '@/lib/core/step-up';
import { MINUTE } from '@/lib/core/time';

const ProveWindow = lazy(() => import('./prove-window').then((made) => ({ default: made.ProveWindow })));

/** Who would prove it, for the window that asks. */
export type Who = {
  email: string;
  /** A name for a passkey made here: this browser's. */
  suggested: string;
  /** Whether the demo shows what its people's authenticator shows. */
  demo: boolean;
};

/**
 * Every form in it that is refused for want of a proof asks for the proof over its page, and is then sent by itself. What
 * was pressed is kept in this page's memory alone, and for as long as a proof serves.
 */
export function ProveHere({ who, children }: { who: Who; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const ask = useCallback((next: Asked) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setAsked(next);
  }, []);
  useEffect(() => {
    if (!asked) return;
    const late = setTimeout(() => {
      setAsked(null);
      asked.left();
    }, PROOF_MINUTES * MINUTE);
    return () => clearTimeout(late);
  }, [asked]);
  return (
    <>
      <ProveContext value={ask}>{children}</ProveContext>
      {asked ? (
        <Suspense fallback={null}>
          <ProveWindow
            asked={asked}
            who={who}
            opener={opener}
            onLeft={() => {
              setAsked(null);
              asked.left();
            }}
            onProved={() => {
              setAsked(null);
              asked.proved();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
