import { cn } from './cn';

/** Done, or true. The words beside it say what. */
export function Tick({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      className={cn('shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="m2.5 7.5 3 3 6-7" />
    </svg>
  );
}
