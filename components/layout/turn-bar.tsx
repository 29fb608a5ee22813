import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Lamp, type Tone } from '@/components/ui/lamp';

const grounds: Record<Tone, string> = {
  turn: 'border-accent-line bg-accent-soft',
  wait: 'border-line bg-surface',
  go: 'border-line bg-surface',
  stop: 'border-stop-line bg-stop-soft',
  ended: 'border-line bg-surface',
};

type TurnBarProps = {
  /** turn: the viewer acts next · wait: someone else does · go: work is under way · ended: nothing is left to do. */
  tone: Tone;
  /** "Your turn", "Priya's turn", "Work under way". */
  who: string;
  /** What is waited for: "Payment of $900.00 to approve". */
  what: ReactNode;
  /** A `Countdown`, or what happens by itself and when. */
  deadline?: ReactNode;
  /** The one action that moves the job on. */
  action?: ReactNode;
  className?: string;
};

/** The top line of every job: whose turn it is, and the one thing to do. */
export function TurnBar({ tone, who, what, deadline, action, className }: TurnBarProps) {
  return (
    <section
      aria-label="Whose turn it is"
      className={cn(
        'flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-3 py-2 sm:px-5',
        grounds[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
        <Lamp tone={tone} plain={tone === 'turn' || tone === 'stop'}>
          {who}
        </Lamp>
        <span className="min-w-0 font-medium">{what}</span>
      </div>
      {deadline || action ? (
        <div className="flex items-center gap-x-4 gap-y-2 text-sm text-muted max-sm:w-full max-sm:justify-between">
          {deadline ? <span>{deadline}</span> : null}
          {action ? <div className="flex items-center gap-2">{action}</div> : null}
        </div>
      ) : null}
    </section>
  );
}
