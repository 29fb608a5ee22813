import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** The actions of a page, kept in reach of the thumb on a phone; in the flow of the page from 640 px. */
export function BottomBar({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        'flex flex-wrap gap-2 max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:pt-2.5 max-sm:pb-[max(0.625rem,env(safe-area-inset-bottom))] max-sm:*:flex-1 print:hidden',
        className,
      )}
    >
      {children}
    </div>
  );
}
