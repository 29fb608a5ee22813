'use client';

import { useContext, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';

/** Appears once something was found in the text that its writer may want there all the same. */
export function AsIs() {
  const form = useContext(FormContext);
  const [asked, setAsked] = useState(false);
  // It stays once it was there: a second refusal must not take the tick away.
  const asks = Boolean(form?.errors.asIs ?? form?.typed?.asIs);
  if (asks && !asked) setAsked(true);
  if (!asks && !asked) return null;
  return (
    <Field
      group
      name="asIs"
      label="Contact details in your text"
      className="rounded-md border border-wait-line bg-wait-soft px-4 py-3"
    >
      <Checkbox
        first
        value="yes"
        label="Post it as is"
        description="Experts see your name and can chat with you as soon as they respond, so they don’t need these."
      />
    </Field>
  );
}
