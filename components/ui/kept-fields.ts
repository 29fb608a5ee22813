import { type RefObject, useEffect } from 'react';
import { PROOF_MINUTES } from '@/lib/core/step-up';
import { MINUTE } from '@/lib/core/time';

/** As long as a proof serves. Whoever sits down at this tab later finds nothing. */
const KEPT_MS = PROOF_MINUTES * MINUTE;

/** One form of one page; another tab keeps its own. */
function keyOf(formId: string): string {
  return `form ${location.pathname}${location.search} ${formId}`;
}

/** Keeps what stands in a form's visible fields while its page is left for a moment, such as to confirm that it is you. */
export function keepFields(form: HTMLFormElement, formId: string): void {
  const kept = fieldsOf(form).map((field) =>
    isChoice(field)
      ? { name: field.name, value: field.value, checked: field.checked }
      : { name: field.name, value: field.value },
  );
  try {
    sessionStorage.setItem(keyOf(formId), JSON.stringify({ until: Date.now() + KEPT_MS, kept }));
  } catch {
    // A browser that keeps nothing: the fields are at their defaults again.
  }
}

/** Puts back what `keepFields` kept, once. */
export function useKeptFields(form: RefObject<HTMLFormElement | null>, formId: string): void {
  useEffect(() => {
    const kept = take(keyOf(formId));
    if (!form.current || !kept) return;
    for (const field of fieldsOf(form.current)) {
      const was = kept.find(
        ({ name, value }) => name === field.name && (!isChoice(field) || value === field.value),
      );
      if (!was || !differs(field, was)) continue;
      // A press, not an assignment: what follows from the choice is drawn as well.
      if (isChoice(field)) field.click();
      else type(field, was.value);
      reveal(field);
    }
  }, [form, formId]);
}

type Kept = { name: string; value: string; checked?: boolean };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function take(key: string): Kept[] | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const { until, kept } = JSON.parse(text ?? '{"until":0}') as { until: number; kept: Kept[] };
    return Date.now() < until ? kept : null;
  } catch {
    return null;
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements]
    .filter(
      (one): one is Field =>
        (one instanceof HTMLInputElement && !['hidden', 'file', 'password', 'submit'].includes(one.type)) ||
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement,
    )
    .filter(({ name }) => name !== '');
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
}

function differs(field: Field, was: Kept): boolean {
  return isChoice(field) ? field.checked !== was.checked : field.value !== was.value;
}

/** What is not sent yet must not be hidden in something that is closed. */
function reveal(field: Field): void {
  for (
    let around = field.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
}

/** As if it were typed: React hears of a value only where the element's own setter and an event tell it. */
function type(field: Field, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
