import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs';
import { cn } from '@/components/ui/cn';

type PageHeaderProps = {
  title: ReactNode;
  /** The state of the thing, as a `Lamp`. */
  lamp?: ReactNode;
  crumbs?: readonly Crumb[];
  /** One line under the title: who, when, how many. */
  note?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function PageHeader({ title, lamp, crumbs, note, actions, className }: PageHeaderProps) {
  return (
    <header className={cn('mb-5 grid gap-1', className)}>
      {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-2xl max-sm:text-xl">{title}</h1>
            {lamp}
          </div>
          {note ? <p className="text-sm wrap-anywhere text-muted">{note}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
