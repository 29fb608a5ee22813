'use client';

import { useCallback, useEffect, useState } from 'react';

const TYPING_MS = 3_000;

/** Who is typing: each name for three seconds from when it was last heard. */
export function useTyping(): { names: string[]; heard: (name: string) => void } {
  const [typing, setTyping] = useState<{ name: string; until: number }[]>([]);
  const heard = useCallback((name: string) => {
    setTyping((known) => [
      ...known.filter((one) => one.name !== name),
      { name, until: Date.now() + TYPING_MS },
    ]);
  }, []);

  useEffect(() => {
    if (typing.length === 0) return;
    const timer = setTimeout(
      () => setTyping((known) => known.filter((one) => one.until > Date.now())),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [typing]);

  return { names: typing.map((one) => one.name), heard };
}
