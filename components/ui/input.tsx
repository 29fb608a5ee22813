'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useControl } from './form-context';

type InputProps = ComponentProps<'input'> & {
  /** Stands inside the field's left edge: a currency sign, a magnifier. Decorative. */
  lead?: ReactNode;
  /** Stands inside the right edge: a unit. */
  trail?: ReactNode;
};

/** A text field. Inside `Field` it needs no id, name or description of its own. */
export function Input({ className, lead, trail, defaultValue, type = 'text', ...props }: InputProps) {
  const { typed, attributes } = useControl(props);
  const input = (
    <input
      // Type in any script; numbers, addresses and codes keep the page's own direction.
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      {...props}
      {...attributes}
      type={type}
      defaultValue={props.value === undefined ? (typed ?? defaultValue) : undefined}
      className={clsx('control', Boolean(lead) && 'pl-8', Boolean(trail) && 'pr-14', className)}
    />
  );
  if (!lead && !trail) return input;
  return (
    <span className="relative block min-w-0">
      {lead ? (
        <span className="pointer-events-none absolute inset-y-0 left-0 grid w-8 place-items-center text-faint">
          {lead}
        </span>
      ) : null}
      {input}
      {trail ? (
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-faint">
          {trail}
        </span>
      ) : null}
    </span>
  );
}
