'use client';

import { useEffect, useRef, useState } from 'react';
import { HOUR } from '@/lib/core/time';
import { formatSpan, formatUtc } from './time';

type CountdownProps = {
  /** The deadline, ISO 8601. */
  until: string;
  /** What the server's clock said when the page was made; in a demo it may stand far from the browser's. */
  now: string;
  /** Stands for the span once nothing is left. */
  over?: string;
  /** Put behind the span, such as "left". */
  suffix?: string;
  className?: string;
};

/** The time that is left until a deadline. Ticks where JavaScript runs; without it, what was left when the page was made. */
export function Countdown({ until, now, over = 'now', suffix, className }: CountdownProps) {
  const [passed, setPassed] = useState(0);
  const started = useRef<number | null>(null);
  const left = Date.parse(until) - Date.parse(now) - passed;
  const fine = left < HOUR;

  useEffect(() => {
    started.current ??= performance.now();
    const tick = () => setPassed(performance.now() - (started.current ?? 0));
    const timer = setInterval(tick, fine ? 1_000 : 30_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [fine]);

  const span = formatSpan(left);
  return (
    <time dateTime={until} title={formatUtc(new Date(until))} className={className}>
      {span === null ? over : suffix ? `${span} ${suffix}` : span}
    </time>
  );
}
