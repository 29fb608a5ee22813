'use client';

import { type ReactNode, useContext, useState } from 'react';
import { Checkbox } from './checkbox';
import { Field } from './field';
import { FormContext } from './form-context';

type AsIsProps = { name: string; legend: string; label: string; description?: ReactNode };

/** Appears once something was found in a text that its writer may want there all the same. */
export function AsIs({ name, legend, ...box }: AsIsProps) {
  const form = useContext(FormContext);
  const [asked, setAsked] = useState(false);
  // It stays once it was there: a second refusal must not take the tick away.
  const asks = Boolean(form?.errors[name] ?? form?.typed?.[name]);
  if (asks && !asked) setAsked(true);
  // Nothing is refused any more: it was sent.
  if (!asks && asked && Object.keys(form?.errors ?? {}).length === 0) setAsked(false);
  if (!asks && !asked) return null;
  return (
    <Field
      group
      name={name}
      label={legend}
      className="col-span-full basis-full rounded-md border border-wait-line bg-wait-soft px-4 py-3"
    >
      <Checkbox first value="yes" {...box} />
    </Field>
  );
}
