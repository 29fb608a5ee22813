'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { TOAST_EVENT, type Toast } from './toast';

const ToastStack = lazy(() => import('./toast-stack').then(({ ToastStack }) => ({ default: ToastStack })));

/** Waits for toasts and fetches what draws them when the first one comes. One per page, in the shell. */
export function Toaster() {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);

  useEffect(() => {
    let last = 0;
    const add = (event: Event) => {
      const toast = (event as CustomEvent<Toast>).detail;
      last += 1;
      const id = last;
      setToasts((before) => [...before.slice(-2), { ...toast, id }]);
    };
    window.addEventListener(TOAST_EVENT, add);
    return () => window.removeEventListener(TOAST_EVENT, add);
  }, []);

  if (toasts.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ToastStack
        toasts={toasts}
        onGone={(id) => setToasts((before) => before.filter((toast) => toast.id !== id))}
      />
    </Suspense>
  );
}
