export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'danger-solid' | 'quiet';
export type ButtonSize = 'sm' | 'md' | 'lg';

const base =
  'inline-flex max-w-full items-center justify-center gap-2 rounded-md border font-semibold no-underline transition-colors select-none ' +
  'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:not-aria-busy:opacity-50 aria-busy:cursor-progress aria-busy:opacity-85 pointer-coarse:min-h-11';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  secondary: 'border-line-strong bg-surface text-ink hover:border-edge hover:bg-sunken',
  danger: 'border-stop bg-transparent text-stop hover:bg-stop-soft',
  'danger-solid': 'border-stop bg-stop text-on-stop hover:border-stop-deep hover:bg-stop-deep',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-sunken hover:text-ink',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7.5 px-2.5 py-1 text-sm',
  md: 'min-h-9 px-3.5 py-1.5 text-[0.875rem] leading-5',
  lg: 'min-h-11 px-5 py-2 text-base',
};

/** The classes of a button, for the rare element that must look like one without being `<Button>`. */
export function buttonLook(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return `${base} ${variants[variant]} ${sizes[size]}`;
}
