'use client';

import { useEffect, useState } from 'react';
import { lengthOf, tidy } from '@/lib/core/visible';

/** How much of a limit is used. Without JavaScript it states the limit. Near the end it also speaks. */
export function Counter({ controlId, limit }: { controlId: string; limit: number }) {
  const [used, setUsed] = useState<number | null>(null);

  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const count = () => setUsed(lengthOf(tidy(control.value)));
    const afterReset = () => queueMicrotask(count);
    count();
    control.addEventListener('input', count);
    control.form?.addEventListener('reset', afterReset);
    return () => {
      control.removeEventListener('input', count);
      control.form?.removeEventListener('reset', afterReset);
    };
  }, [controlId]);

  const most = limit.toLocaleString('en');
  if (used === null) return <span className="shrink-0 whitespace-nowrap">up to {most} characters</span>;
  const left = limit - used;
  const over = left < 0;
  return (
    <span className="shrink-0 whitespace-nowrap">
      <span className={over ? 'font-medium text-stop' : undefined}>
        {used.toLocaleString('en')} / {most}
        <span className="sr-only"> characters</span>
      </span>
      <span className="sr-only" role="status">
        {over
          ? `${-left} characters over the limit`
          : left <= limit / 10 && left % 10 === 0
            ? `${left} characters left`
            : ''}
      </span>
    </span>
  );
}
