import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';
import { cn } from './cn';
import { Link } from './link';
import { Spinner } from './spinner';

type Look = { variant?: ButtonVariant; size?: ButtonSize; className?: string; children: ReactNode };

type ButtonProps = Look & {
  /** Shows that the work is under way; the button keeps the focus and its width. */
  pending?: boolean;
} & Omit<ComponentProps<'button'>, 'className' | 'children'>;

/** A button that does something here. In a form use `Submit`; to go somewhere use `ButtonLink`. */
export function Button({
  variant,
  size,
  pending,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={cn(buttonLook(variant, size), className)}
      {...rest}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & { href: string } & Omit<ComponentProps<'a'>, 'href' | 'className' | 'children'>;

/** A link that looks like a button. Addresses outside the app, downloads and fragments are plain links. */
export function ButtonLink({ variant, size, className, href, children, ...rest }: ButtonLinkProps) {
  const look = cn(buttonLook(variant, size), className);
  const inside =
    href.startsWith('/') && !href.startsWith('/api/') && rest.download === undefined && !rest.target;
  if (!inside) {
    return (
      <a href={href} className={look} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={look} {...rest}>
      {children}
    </Link>
  );
}
