import type { ReactNode } from 'react';
import { Choice } from './choice';
import { cn } from './cn';
import { Field } from './field';

export type RadioOption = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** On the right of the label: a price, a count. */
  aside?: ReactNode;
  disabled?: boolean;
};

type RadioCardsProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  quiet?: boolean;
  options: readonly RadioOption[];
  defaultValue?: string;
  columns?: 1 | 2 | 3;
  className?: string;
};

const grids = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' };

/** One of a few, each with room for a sentence. Native radios: the arrow keys move, and nothing needs JavaScript. */
export function RadioCards({
  options,
  defaultValue,
  columns = 1,
  name,
  className,
  ...field
}: RadioCardsProps) {
  return (
    <Field group name={name} className={className} {...field}>
      <div className={cn('grid gap-2', grids[columns])}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: `Choice` is the control
          <label
            key={option.value}
            className="flex items-start gap-3 rounded-md border border-line-strong bg-surface px-3.5 py-2.5 outline-offset-2 outline-accent hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-disabled:bg-sunken has-disabled:text-faint"
          >
            <Choice
              type="radio"
              first={index === 0}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              className="mt-0.75 outline-none"
            />
            <span className="grid min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span dir="auto" className="min-w-0 font-medium">
                  {option.label}
                </span>
                {option.aside ? <span className="text-sm text-muted">{option.aside}</span> : null}
              </span>
              {option.description ? <span className="text-sm text-muted">{option.description}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}
