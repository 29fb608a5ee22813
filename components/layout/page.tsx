import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

const widths = { narrow: 'max-w-3xl', normal: 'max-w-5xl', wide: 'max-w-[77rem]' };

type PageProps = {
  /** narrow: a form, a text, one list · normal: most pages, and those with a second column · wide: tables and comparisons. */
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
};

/** The padding and measure of a page, in the middle of the place that it has. */
export function Page({ width = 'normal', className, children }: PageProps) {
  return (
    <div className={cn('mx-auto w-full px-4 py-5 sm:px-6 lg:px-8 lg:py-8', widths[width], className)}>
      {children}
    </div>
  );
}
