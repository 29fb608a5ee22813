import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';
import { Chevron } from './chevron';
import { cn } from './cn';
import { Disclosure } from './disclosure';
import { Link } from './link';

type MenuProps = {
  /** What the button shows. */
  trigger: ReactNode;
  /** Says what it opens, where the button shows only a sign. */
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Which edge of the button the list keeps to. */
  align?: 'left' | 'right';
  /** Opens upwards, at the foot of a rail. */
  up?: boolean;
  chevron?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button that opens a short list of links and forms. Native <details>: it needs no JavaScript. */
export function Menu({
  trigger,
  label,
  variant = 'secondary',
  size,
  align = 'left',
  up,
  chevron = true,
  className,
  children,
}: MenuProps) {
  return (
    <Disclosure
      label={label}
      className={cn('group relative', className)}
      summaryClassName={buttonLook(variant, size)}
      summary={
        <>
          {trigger}
          {chevron ? <Chevron className="text-faint" /> : null}
        </>
      }
    >
      <ul
        className={cn(
          'absolute z-30 grid w-max max-w-[min(20rem,calc(100vw-1.5rem))] min-w-44 gap-px rounded-md border border-line bg-surface p-1 shadow-lg motion-safe:animate-rise',
          align === 'right' ? 'right-0' : 'left-0',
          up ? 'bottom-full mb-1.5' : 'top-full mt-1.5',
        )}
      >
        {children}
      </ul>
    </Disclosure>
  );
}

const item =
  'flex min-h-9 w-full items-center gap-2.5 rounded-[6px] px-2.5 py-1.5 text-left text-sm -outline-offset-2 hover:bg-sunken pointer-coarse:min-h-11';

type MenuLinkProps = { href: string; current?: boolean; className?: string; children: ReactNode };

export function MenuLink({ href, current, className, children }: MenuLinkProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'true' : undefined}
        className={cn(item, current && 'font-medium', className)}
      >
        {children}
      </Link>
    </li>
  );
}

type MenuSubmitProps = {
  action: (data: FormData) => void | Promise<void>;
  hidden?: Record<string, string>;
  danger?: boolean;
  children: ReactNode;
};

/** An entry that does something: a form of one button. */
export function MenuSubmit({ action, hidden, danger, children }: MenuSubmitProps) {
  return (
    <li>
      <form action={action}>
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={cn(item, danger && 'text-stop')}>
          {children}
        </button>
      </form>
    </li>
  );
}

/** A heading or a rule between entries. */
export function MenuSection({ label }: { label?: string }) {
  return label ? (
    <li className="px-2.5 pt-2 pb-1 text-xs text-faint">{label}</li>
  ) : (
    <li aria-hidden="true" className="my-1 h-px bg-line" />
  );
}
