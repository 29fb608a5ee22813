import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

const widths = { narrow: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-[82rem]' };

type PageProps = {
  /** narrow: a form or a text · normal: most pages · wide: tables and comparisons. */
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
};

/** The padding and measure of a page inside the shell. */
export function Page({ width = 'normal', className, children }: PageProps) {
  return <div className={cn('px-4 py-5 sm:px-6 lg:px-8 lg:py-6', widths[width], className)}>{children}</div>;
}
