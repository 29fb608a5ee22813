import { cn } from './cn';
import { formatInstant, formatUtc, type InstantStyle } from './time';

type InstantProps = {
  at: Date | string;
  /** IANA name of the person's zone, such as "Asia/Kolkata". */
  timeZone: string;
  /** Leave out what is the same as now, such as the year. */
  now?: Date;
  show?: InstantStyle;
  className?: string;
};

/** A moment in the person's own zone; the UTC instant is in the title and in `datetime`. */
export function Instant({ at, timeZone, now, show = 'moment', className }: InstantProps) {
  const moment = new Date(at);
  return (
    // A browser may shorten a month otherwise than the server did: what stands there is kept.
    <time
      suppressHydrationWarning
      dateTime={moment.toISOString()}
      title={formatUtc(moment)}
      className={cn('whitespace-nowrap', className)}
    >
      {formatInstant(moment, { timeZone, now, show })}
    </time>
  );
}
