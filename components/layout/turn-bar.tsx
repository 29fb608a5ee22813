import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Lamp, type Tone } from '@/components/ui/lamp';

type TurnBarProps = {
  /** turn: the viewer acts next · wait: someone else does · go: work is under way · ended: nothing is left to do. */
  tone: Tone;
  /** "Your turn", "Waiting for Priya", "Done". */
  who: string;
  /** What is waited for: "Payment of $900 to approve". */
  what: ReactNode;
  /** What is agreed in a line, on a phone: it leads to the rest. */
  more?: ReactNode;
  /** A `Countdown`, or what happens by itself and when. */
  deadline?: ReactNode;
  /** The one action that moves the job on. */
  action?: ReactNode;
  className?: string;
};

/** The top line of every job: whose turn it is, and the one thing to do. Colour only where it is the viewer's. */
export function TurnBar({ tone, who, what, more, deadline, action, className }: TurnBarProps) {
  const mine = tone === 'turn';
  return (
    <section
      aria-label="Whose turn it is"
      className={cn(
        'flex min-h-13 items-center justify-between gap-x-4 gap-y-2 border-b px-3 py-1.5 sm:px-5',
        tone === 'stop' ? 'border-stop-line bg-stop-soft' : 'border-line bg-surface',
        className,
      )}
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] text-sm">
        <p className="flex min-w-0 items-center gap-x-3 max-lg:gap-x-2">
          <Lamp
            tone={mine || tone === 'stop' ? tone : 'ended'}
            plain={!mine}
            // With a button beside it, a phone has room for what is asked alone: the light says whose turn it is.
            className={cn(
              'shrink-0 max-lg:max-w-[45%]',
              mine && action && 'max-sm:bg-transparent max-sm:p-0',
            )}
          >
            <span className={cn('block truncate', mine && action && 'max-sm:sr-only')}>{who}</span>
          </Lamp>
          <span className="min-w-0 font-medium max-lg:truncate">{what}</span>
        </p>
        {more ? <div className="min-w-0 lg:hidden print:hidden">{more}</div> : null}
      </div>
      {deadline || action ? (
        <div className="flex shrink-0 items-center gap-x-4 gap-y-2 text-sm text-muted">
          {deadline ? <span className="max-sm:hidden">{deadline}</span> : null}
          {action ? <div className="flex items-center gap-2">{action}</div> : null}
        </div>
      ) : null}
    </section>
  );
}
