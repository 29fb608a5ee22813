import type { ReactNode } from 'react';
import { Choice } from './choice';
import { cn } from './cn';

type CheckboxProps = {
  name?: string;
  value?: string;
  label: ReactNode;
  description?: ReactNode;
  defaultChecked?: boolean;
  required?: boolean;
  disabled?: boolean;
  /** In a group, the one that the error summary leads to. */
  first?: boolean;
  className?: string;
};

export function Checkbox({ label, description, className, ...choice }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: `Choice` is the control
    <label className={cn('flex items-start gap-2.5 py-1 has-disabled:text-faint', className)}>
      <Choice type="checkbox" {...choice} className="mt-0.75" />
      <span className="grid min-w-0">
        <span>{label}</span>
        {description ? <span className="text-sm text-muted">{description}</span> : null}
      </span>
    </label>
  );
}
