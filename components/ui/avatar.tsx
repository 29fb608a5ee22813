import { cn } from './cn';

const sizes = { sm: 'size-7 text-[0.6875rem]', md: 'size-9 text-sm', lg: 'size-14 text-lg' };

/** "Priya Raman" → "PR", "root" → "R". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

type AvatarProps = {
  name: string;
  size?: keyof typeof sizes;
  /** A square for companies and customers, a circle for people. */
  square?: boolean;
  online?: boolean;
  className?: string;
};

/** Initials. Hidden from listeners: the name always stands beside it. */
export function Avatar({ name, size = 'md', square, online, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'relative grid shrink-0 place-items-center border border-line bg-sunken font-semibold text-muted select-none',
        square ? 'rounded-md' : 'rounded-full',
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
      {online ? (
        <span className="absolute -right-px -bottom-px size-2.5 rounded-full border-2 border-surface bg-go" />
      ) : null}
    </span>
  );
}
