'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { showToast } from './toast';

/** Longer ago, it has been read where it stood. */
const JUST_MS = 3_000;

type Refused = { code: string; message: string };

/**
 * For what a form is told that its page no longer has: a page that is drawn again (the proposal was withdrawn) takes the
 * form away, and with it why nothing was done. Then it is said in passing; not where the reader themselves has left.
 */
export function usePartingWord(form: RefObject<HTMLFormElement | null>): (refused: Refused) => void {
  const told = useRef<{ message: string; path: string; at: number } | null>(null);
  useEffect(
    () => () => {
      const last = told.current;
      if (last?.path === location.pathname && Date.now() - last.at < JUST_MS)
        showToast({ title: last.message, tone: 'stop' });
    },
    [],
  );
  return useCallback(
    ({ code, message }) => {
      if (!form.current) showToast({ title: message, tone: 'stop' });
      else if (code === 'conflict') told.current = { message, path: location.pathname, at: Date.now() };
    },
    [form],
  );
}
