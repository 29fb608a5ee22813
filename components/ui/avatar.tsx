import { cn } from './cn';

const sizes = {
  xs: 'size-5 text-[0.5625rem]',
  sm: 'size-7 text-[0.6875rem]',
  md: 'size-9 text-sm',
  lg: 'size-14 text-lg',
  xl: 'size-24 text-2xl',
};

/** "Priya Raman" → "PR", "root" → "R". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** As many as tailwind.config.ts makes, which no page loads. */
const FACES = 12;

/** Which ground a name's initials stand on: the same on every page. */
export function faceOf(name: string): number {
  let sum = 7;
  for (const character of name.trim()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % FACES;
}

type AvatarProps = {
  name: string;
  /** The address of a picture; initials stand under it, and are seen where it is missing or does not load. */
  photo?: string | null;
  size?: keyof typeof sizes;
  /** A square for companies and customers, a circle for people. */
  square?: boolean;
  online?: boolean;
  className?: string;
};

/** A face, or initials. Hidden from listeners: the name always stands beside it. */
export function Avatar({ name, photo, size = 'md', square, online, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'relative grid shrink-0 place-items-center font-semibold select-none',
        `face-${faceOf(name)}`,
        square ? 'rounded-md' : 'rounded-full',
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
      {photo ? (
        // biome-ignore lint/performance/noImgElement: made small already, and kept by the browser under its hash
        <img
          src={photo}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full rounded-[inherit] object-cover"
        />
      ) : null}
      {online ? (
        <span className="absolute -right-px -bottom-px size-2.5 rounded-full border-2 border-surface bg-go" />
      ) : null}
    </span>
  );
}
