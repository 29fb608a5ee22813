'use client';

import { clsx } from 'clsx';
import { type ComponentProps, useContext } from 'react';
import { FieldContext, FormContext } from './form-context';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  type: 'checkbox' | 'radio';
  /** The one that carries the field's id, so that the error summary can link to it. */
  first?: boolean;
};

/** A bare checkbox or radio that remembers what was ticked when a form comes back. Use `Checkbox` or `RadioCards`. */
export function Choice({ className, first, defaultChecked, value = 'on', ...props }: ChoiceProps) {
  const field = useContext(FieldContext);
  const form = useContext(FormContext);
  const name = props.name ?? field?.name ?? '';
  const typed = form?.typed;
  // A ticked box is the only one that is sent, so in a form that came back an absent name means unticked.
  const ticked = typed ? (typed[name]?.split('\n').includes(String(value)) ?? false) : defaultChecked;
  return (
    <input
      {...props}
      id={props.id ?? (first ? field?.id : undefined)}
      name={name}
      value={value}
      aria-invalid={field?.invalid || undefined}
      defaultChecked={props.checked === undefined ? ticked : undefined}
      className={clsx('size-4 shrink-0 accent-accent', className)}
    />
  );
}
