import { clsx } from 'clsx';

/** A turning ring. Decorative unless `label` names what is being waited for. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span className={clsx('inline-flex', className)} role={label ? 'status' : undefined}>
      <svg
        viewBox="0 0 16 16"
        width="1em"
        height="1em"
        fill="none"
        className="animate-spin"
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6.5" stroke="currentColor" strokeWidth="2" opacity="0.25" />
        <path d="M14.5 8A6.5 6.5 0 0 0 8 1.5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
