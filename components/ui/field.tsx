'use client';

import { clsx } from 'clsx';
import { type ReactNode, useContext, useId } from 'react';
import { Counter } from './counter';
import { FieldContext, FormContext } from './form-context';

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Says "optional" beside the label; everything else is required. */
  optional?: boolean;
  /** The most characters (code points after trimming). Shows the limit, and counts where JavaScript runs. */
  limit?: number;
  /** A sentence from elsewhere than the form's own answer. */
  error?: string;
  /** For several controls under one label: a fieldset with a legend. */
  group?: boolean;
  /** The label is there to be heard, not seen. */
  quiet?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and error, tied together for everyone who cannot see how they stand. */
export function Field({
  name,
  label,
  hint,
  optional,
  limit,
  group,
  quiet,
  className,
  children,
  ...props
}: FieldProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = form ? form.idOf(name) : ownId;
  const error = props.error ?? form?.errors[name];
  const hasHint = hint !== undefined || limit !== undefined;
  const describedBy = clsx(error && `${id}-error`, hasHint && `${id}-hint`) || undefined;
  const heading = (
    <>
      {label}
      {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
    </>
  );
  const labelLook = quiet ? 'sr-only' : 'block text-sm font-medium';
  const field = { id, name, required: !optional && !group, describedBy, invalid: Boolean(error) };
  const inside = (
    <FieldContext value={field}>
      {group ? (
        <legend className={clsx(labelLook, 'mb-1.5')}>{heading}</legend>
      ) : (
        <label htmlFor={id} className={labelLook}>
          {heading}
        </label>
      )}
      {children}
      {error ? (
        <p id={`${id}-error`} className="flex items-baseline gap-1.5 text-sm font-medium text-stop">
          <svg
            viewBox="0 0 12 12"
            width="11"
            height="11"
            className="shrink-0 translate-y-px"
            aria-hidden="true"
          >
            <path
              d="M6 .8 11.6 11H.4Z"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.3"
              strokeLinejoin="round"
            />
            <path d="M6 4.4v3M6 8.9v.4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
          </svg>
          {error}
        </p>
      ) : null}
      {hasHint ? (
        <p id={`${id}-hint`} className="flex justify-between gap-4 text-xs text-faint">
          <span>{hint}</span>
          {limit === undefined ? null : <Counter controlId={id} limit={limit} />}
        </p>
      ) : null}
    </FieldContext>
  );
  const look = clsx('grid min-w-0 content-start gap-1.5', className);
  if (!group) return <div className={look}>{inside}</div>;
  return (
    <fieldset className={look} aria-describedby={describedBy}>
      {inside}
    </fieldset>
  );
}
