'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useControl } from './form-context';

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> & {
  options: readonly (Option | { label: string; options: readonly Option[] })[];
  /** A first line that stands for "nothing chosen yet". */
  placeholder?: string;
};

function choice({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

export function Select({ className, options, placeholder, defaultValue, ...props }: SelectProps) {
  const { typed, attributes } = useControl(props);
  const first =
    props.value === undefined
      ? (typed ?? defaultValue ?? (placeholder === undefined ? undefined : ''))
      : undefined;
  return (
    <span className={clsx('relative block min-w-0', className)}>
      {/* Browsers that reset a select go back to what it was made with, so an answer makes it anew. */}
      <select
        key={typed}
        {...props}
        {...attributes}
        defaultValue={first}
        className="control appearance-none pr-9"
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(choice)}
            </optgroup>
          ) : (
            choice(option)
          ),
        )}
      </select>
      <svg
        viewBox="0 0 12 12"
        width="12"
        height="12"
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
      >
        <path
          d="m2.5 4.5 3.5 3.5 3.5-3.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}
