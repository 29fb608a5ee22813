import type { ReactNode } from 'react';
import { cn } from './cn';

/** done: behind us · wait: asked for · stop: refused · ahead: planned. */
export type TrackPoint = { label: ReactNode; note?: ReactNode; state: 'done' | 'wait' | 'stop' | 'ahead' };

const marks: Record<TrackPoint['state'], string> = {
  done: 'border-go bg-go',
  wait: 'border-wait bg-surface',
  stop: 'border-stop bg-surface',
  ahead: 'border-line-strong bg-surface',
};
const said: Record<TrackPoint['state'], string> = {
  done: 'done',
  wait: 'waiting',
  stop: 'refused',
  ahead: 'upcoming',
};

type TrackProps = { label: string; points: readonly TrackPoint[]; className?: string };

/** Points on a line, in order, such as the payments of a proposal. Up to four lie down; more, or a narrow place, stand. */
export function Track({ label, points, className }: TrackProps) {
  const lying = points.length <= 4;
  return (
    <div className={cn('@container', className)}>
      <ol aria-label={label} className={cn('grid', lying && '@2xs:flex')}>
        {points.map((point, index) => {
          const last = index === points.length - 1;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: points have an order and nothing else
              key={index}
              className={cn(
                'relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 pb-3 last:pb-0',
                lying &&
                  '@2xs:flex-1 @2xs:grid-cols-1 @2xs:content-start @2xs:gap-y-1.5 @2xs:pb-0 @2xs:last:max-w-2/5 @2xs:last:flex-none',
              )}
            >
              {last ? null : (
                <span
                  aria-hidden="true"
                  className={cn(
                    'absolute top-4.75 -bottom-0.75 left-1.75 w-0.5',
                    point.state === 'done' ? 'bg-go' : 'bg-line',
                    lying && '@2xs:top-1.75 @2xs:right-0 @2xs:bottom-auto @2xs:left-4 @2xs:h-0.5 @2xs:w-auto',
                  )}
                />
              )}
              <span
                aria-hidden="true"
                className={cn(
                  'mt-0.75 size-4 rounded-full border-3',
                  marks[point.state],
                  lying && '@2xs:mt-0',
                )}
              />
              <span className="min-w-0 pr-2 text-xs leading-4.5">
                <span className="block font-medium">{point.label}</span>
                {point.note ? <span className="block text-muted">{point.note}</span> : null}
                <span className="sr-only">({said[point.state]})</span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
