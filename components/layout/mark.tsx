import { cn } from '@/components/ui/cn';
import { Link } from '@/components/ui/link';

/** A runway seen from its end, the way in and the way out. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 22 22"
      width="22"
      height="22"
      fill="none"
      aria-hidden="true"
      className={cn('shrink-0', className)}
    >
      <path
        d="M3.5 18.5 8.5 4m10 14.5L13.5 4"
        className="stroke-accent"
        strokeWidth="2.8"
        strokeLinecap="round"
      />
      <path d="M11 18.5v-3M11 11V9" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}

/** Mark and name, leading home. */
export function Brand({ href = '/', className }: { href?: string; className?: string }) {
  return (
    <Link
      href={href}
      className={cn('inline-flex items-center gap-2 rounded-md py-1 font-bold tracking-tight', className)}
    >
      <Mark />
      Groundcrew
    </Link>
  );
}
