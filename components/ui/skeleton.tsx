import { cn } from './cn';

/** The shape of something on its way. The region around it says so once, in words (see `LoadingState`). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block h-4 animate-pulse rounded-md bg-line', className)} />;
}
