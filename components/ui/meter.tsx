import { cn } from './cn';

export type MeterTone = 'plain' | 'soft' | 'accent' | 'go' | 'wait' | 'stop';
export type MeterPart = {
  label: string;
  value: number;
  tone: MeterTone;
  /** How the value reads: "$400", "29 %". */
  shown: string;
};

const fills: Record<MeterTone, string> = {
  plain: 'fill-line-strong',
  soft: 'fill-accent-line',
  accent: 'fill-accent',
  go: 'fill-go',
  wait: 'fill-wait',
  stop: 'fill-stop',
};
const dots: Record<MeterTone, string> = {
  plain: 'bg-line-strong',
  soft: 'bg-accent-line',
  accent: 'bg-accent',
  go: 'bg-go',
  wait: 'bg-wait',
  stop: 'bg-stop',
};

type MeterProps = {
  /** What the whole is: "Actions by kind". */
  label: string;
  parts: readonly MeterPart[];
  /** What the bar's full width stands for; the sum of the parts if absent. */
  whole?: number;
  legend?: boolean;
  className?: string;
};

/**
 * Parts of a whole as one bar from edge to edge of its card, with the same figures in words beneath: the one bar for
 * whatever has got so far. Widths are SVG attributes, not inline styles.
 */
export function Meter({ label, parts, whole, legend = true, className }: MeterProps) {
  const total = whole ?? parts.reduce((sum, part) => sum + part.value, 0);
  const bars = parts.filter((part) => part.value > 0);
  return (
    <div className={cn('grid gap-1.5', className)}>
      <svg
        role="img"
        aria-label={`${label}: ${parts.map((part) => `${part.label} ${part.shown}`).join(', ')}`}
        className="h-1.5 w-full rounded-full"
      >
        <rect width="100%" height="100%" className="fill-line" />
        {bars.map((bar, index) => {
          const before = bars.slice(0, index).reduce((sum, other) => sum + other.value, 0);
          const at = total ? (before / total) * 100 : 0;
          return (
            <g key={bar.label}>
              <rect
                x={`${at}%`}
                width={`${total ? (bar.value / total) * 100 : 0}%`}
                height="100%"
                className={fills[bar.tone]}
              />
              {index > 0 ? <rect x={`${at}%`} width="2" height="100%" className="fill-surface" /> : null}
            </g>
          );
        })}
      </svg>
      {legend ? (
        <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted">
          {parts.map((part) => (
            <li key={part.label} className="flex items-center gap-1.5">
              <span className={cn('size-2 rounded-[2px]', dots[part.tone])} />
              {part.label} {part.shown}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
