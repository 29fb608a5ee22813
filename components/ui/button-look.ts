export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'danger-solid' | 'quiet';
export type ButtonSize = 'sm' | 'md' | 'lg';

/** The classes stand in app/globals.css: a list has many buttons, and each would carry them twice, in the page and in its data. */
const variants: Record<ButtonVariant, string> = {
  primary: 'btn-primary',
  secondary: 'btn-secondary',
  danger: 'btn-danger',
  'danger-solid': 'btn-danger-solid',
  quiet: 'btn-quiet',
};

const sizes: Record<ButtonSize, string> = { sm: 'btn-sm', md: 'btn-md', lg: 'btn-lg' };

/** The classes of a button, for the rare element that must look like one without being `<Button>`. */
export function buttonLook(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return `btn ${variants[variant]} ${sizes[size]}`;
}
