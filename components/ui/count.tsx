import { cn } from './cn';

type CountProps = {
  value: number;
  /** What is counted, for people who hear the page: "unread". */
  label: string;
  /** Plain: a total. Otherwise: something waits for the person. */
  quiet?: boolean;
  className?: string;
};

/** A number that stands by a word. Nothing at all when it is zero. */
export function Count({ value, label, quiet, className }: CountProps) {
  if (value === 0) return null;
  return (
    <span
      className={cn(
        'inline-block rounded-full px-1.75 text-[0.71875rem] leading-4.5 font-medium',
        quiet ? 'bg-ended-soft text-muted' : 'bg-accent text-on-accent',
        className,
      )}
    >
      {value > 99 ? '99+' : value}
      <span className="sr-only"> {label}</span>
    </span>
  );
}
