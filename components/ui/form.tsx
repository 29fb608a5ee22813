'use client';

import { usePathname } from 'next/navigation';
import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import { AS_IS } from '@/lib/core/visible';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { AsIs } from './as-is';
import { DialogContext } from './dialog-context';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { keepFields, useKeptFields } from './kept-fields';
import { ProveContext } from './prove-context';
import { type Answer, answerTo } from './sending';
import { showToast } from './toast';
import { usePartingWord } from './use-parting-word';
import { WayOn } from './way-on';

export type FormAction<T = unknown> = (previous: Outcome<T> | null, data: FormData) => Promise<Outcome<T>>;

type FormProps<T> = {
  /** A server action. It posts as an ordinary form where there is no JavaScript. */
  action: FormAction<T>;
  /** Prefix of the fields' ids; give one where a page links to a field of the form. */
  id?: string;
  /** What was kept of it: stands in its fields as if it had just been typed. */
  draft?: Record<string, string> | null;
  /** Sent along, not shown: ids of the thing the form is about. */
  hidden?: Record<string, string | number>;
  /** Makes a new thing: the form carries a key, by which a second press of it lands where the first did. */
  creates?: boolean;
  /** Empties the form after it went well, as a message box does. */
  clears?: boolean;
  /** Said in a toast after it went well. Only where the page does not already show the result. */
  done?: string;
  onDone?: (value: T) => void;
  /** What stands in the place of the form once it went well, also without JavaScript: for an answer that is shown once. */
  then?: (value: T) => ReactNode;
  /** Says what is wrong before anything is sent, where JavaScript runs; null sends it. The server decides all the same. */
  check?: (data: FormData) => Promise<Extract<Outcome<never>, { ok: false }> | null>;
  /** Names the form for people who listen to the page. */
  label?: string;
  /** `grid gap-5` if absent. The summary takes a whole row of a grid or of a flex that wraps. */
  className?: string;
  children: ReactNode;
};

const newKey = () => crypto.randomUUID();

/**
 * A form over one server action. Refusals come back as a summary, which takes the focus and links to the fields, and
 * as a sentence at each field. Where JavaScript runs the form is sent by hand, so that nothing typed is ever reset by
 * an answer, a file stays chosen, and of a lost answer is said what is known.
 */
export function Form<T>({
  action,
  hidden,
  draft = null,
  creates = false,
  clears,
  done,
  onDone,
  then,
  check,
  label,
  className = 'grid gap-5',
  children,
  ...props
}: FormProps<T>) {
  const ownId = useId();
  const page = usePathname();
  const formId = props.id ?? ownId;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const closeDialog = useContext(DialogContext);
  const prove = useContext(ProveContext);
  const [posted, post] = useActionState<Outcome<T> | null, FormData>(action, null);
  const [pending, begin] = useTransition();
  const busy = useRef<HTMLElement>(null);
  const [sent, setSent] = useState<Answer<T> | null>(null);
  const [key, setKey] = useState(newKey);
  const outcome: Answer<T> | null = sent ?? posted;
  const refusal = outcome && !outcome.ok ? outcome : null;

  useKeptFields(form, formId);
  const partingWord = usePartingWord(form);
  useEffect(() => {
    if (refusal) summary.current?.focus();
  }, [refusal]);
  useEffect(() => {
    // Not when the answer is there, but when the page shows it.
    if (!pending) busy.current?.removeAttribute('aria-busy');
  }, [pending]);

  async function pressed(data: FormData): Promise<Answer<T>> {
    const wrong = await check?.(data).catch(() => null);
    if (wrong) return wrong;
    try {
      const answer = await answerTo(() => action(outcome, data), { countsOnce: creates });
      if (answer.ok) setKey(newKey);
      return answer;
    } catch (error) {
      // It is done, and leads elsewhere; should that be this page again, the next press is another one.
      setKey(newKey);
      setSent(null);
      if (clears) form.current?.reset();
      throw error;
    }
  }

  function send(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    if (submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget, submitter);
    // A plain button, as in a list of many, learns of it here; `Submit` by itself.
    submitter?.setAttribute('aria-busy', 'true');
    busy.current = submitter;
    sendOn(data, (submitter?.textContent ?? '').trim());
  }

  function sendOn(data: FormData, button: string) {
    begin(async () => {
      const answer = await pressed(data);
      const refused = () => startTransition(() => setSent(answer));
      // Proved in place, the very same press is sent again: what was typed, under its key. All its rules are asked anew.
      if (!answer.ok && answer.confirm && prove)
        return prove({ ...answer.confirm, button, proved: () => sendOn(data, button), left: refused });
      refused();
      if (!answer.ok) return partingWord(answer);
      if (clears) form.current?.reset();
      if (done) showToast({ title: done });
      onDone?.(answer.value);
      closeDialog?.();
    });
  }

  if (then && outcome?.ok) return then(outcome.value);
  const idOf = (name: string) => `${formId}-${name}`;
  return (
    <FormContext value={{ idOf, errors: refusal?.fields ?? {}, typed: refusal?.values ?? draft }}>
      <form
        ref={form}
        id={props.id}
        action={post}
        onSubmit={send}
        noValidate
        aria-label={label}
        className={className}
      >
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* Where it belongs, should its sender turn out to be signed out: see lib/platform/posted/unsent.ts. */}
        <input type="hidden" name="$page" value={page} />
        {/* Made on the server for a form without JavaScript; the browser makes its own. */}
        {creates ? <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning /> : null}
        {refusal ? (
          <ErrorSummary ref={summary} message={refusal.message} fields={refusal.fields} idOf={idOf}>
            <WayOn refusal={refusal} onLeave={() => form.current && keepFields(form.current, formId)} />
          </ErrorSummary>
        ) : null}
        <AsIs name={AS_IS} legend="Something in your text looks like a secret" label="Send it as is" />
        {children}
      </form>
    </FormContext>
  );
}
