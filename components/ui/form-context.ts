import { createContext, useContext } from 'react';

type FormState = {
  /** The id a field of this form has: what the error summary links to. */
  idOf: (name: string) => string;
  errors: Record<string, string>;
  /** What was typed before the last answer, for pages that came back without JavaScript. */
  typed: Record<string, string> | null;
};

export const FormContext = createContext<FormState | null>(null);

type FieldState = {
  id: string;
  name: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldState | null>(null);

/** What a control takes from the field and the form around it. Props given to the control itself win. */
export function useControl(props: {
  id?: string;
  name?: string;
  'aria-describedby'?: string;
  required?: boolean;
}) {
  const field = useContext(FieldContext);
  const form = useContext(FormContext);
  const name = props.name ?? field?.name;
  const describedBy = [field?.describedBy, props['aria-describedby']].filter(Boolean).join(' ');
  return {
    typed: name === undefined ? undefined : form?.typed?.[name],
    attributes: {
      id: props.id ?? field?.id ?? (form && name ? form.idOf(name) : undefined),
      name,
      required: props.required ?? field?.required,
      'aria-describedby': describedBy || undefined,
      'aria-invalid': (field?.invalid ?? (name !== undefined && Boolean(form?.errors[name]))) || undefined,
    },
  };
}
