import type { ReactNode, Ref } from 'react';

type ErrorSummaryProps = {
  ref?: Ref<HTMLDivElement>;
  message: string;
  fields?: Record<string, string>;
  idOf: (name: string) => string;
  /** What to do about it, where that is not in the fields. */
  children?: ReactNode;
};

/** Why a form was refused, with a link to each field to mend. Takes the focus, also on a page that came back whole. */
export function ErrorSummary({ ref, message, fields, idOf, children }: ErrorSummaryProps) {
  const entries = Object.entries(fields ?? {});
  const repeated = entries.length === 1 && entries[0]?.[1] === message;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: a refused form must say so first, without JavaScript too
      autoFocus
      className="col-span-full grid basis-full gap-1.5 rounded-md border border-stop bg-stop-soft px-4 py-3 text-sm focus-visible:outline-stop"
    >
      {repeated ? null : <p className="font-medium text-stop">{message}</p>}
      {entries.length > 0 ? (
        <ul className="grid gap-1">
          {entries.map(([name, text]) => (
            <li key={name}>
              <a href={`#${idOf(name)}`} className="font-medium text-stop underline underline-offset-3">
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  );
}
