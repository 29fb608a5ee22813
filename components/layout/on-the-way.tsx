'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { PageShape } from './page-shape';

/** A page that comes sooner is not announced: a shape that flashes is worse than a moment's rest. */
const AFTER_MS = 250;
/** Longer than any page takes: then the navigation has failed, and what was there is there again. */
const GIVE_UP_MS = 12_000;

/** Where a press of this link leads, if Next has taken it and it is another page. */
function pageOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  // Next prevents what the browser would do; of any other link the browser itself shows that something comes.
  if (!(link instanceof HTMLAnchorElement) || !event.defaultPrevented) return null;
  return link.origin === location.origin && link.pathname !== location.pathname ? link.pathname : null;
}

/**
 * The page, and in its place the shape of the next one while that is fetched. Not by `loading.tsx`: what is streamed behind
 * that is never seen without JavaScript, and could no longer answer that there is no such page.
 */
export function OnTheWay({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [at, setAt] = useState(path);
  const [leaving, setLeaving] = useState<{ from: string; to: string } | null>(null);
  const next = leaving?.from === path ? leaving.to : null;
  // It has arrived: nothing of it may be left for when somebody comes back here.
  if (at !== path) {
    setAt(path);
    setLeaving(null);
  }

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      setLeaving(null);
    };
    const onClick = (event: MouseEvent) => {
      const to = pageOf(event);
      if (!to) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        setLeaving({ from: path, to });
        timer = setTimeout(rest, GIVE_UP_MS);
      }, AFTER_MS);
    };
    document.addEventListener('click', onClick);
    window.addEventListener('popstate', rest);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', onClick);
      window.removeEventListener('popstate', rest);
    };
  }, [path]);

  return (
    <>
      {next ? <PageShape path={next} /> : null}
      <div hidden={next !== null}>{children}</div>
    </>
  );
}
