'use client';

import { type MouseEvent, useState } from 'react';
import type { Problem } from './problems';

type Texts = { title: string; description: string };

export function controls(formId: string) {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return null;
  const title = form.elements.namedItem('title');
  const description = form.elements.namedItem('description');
  return title instanceof HTMLInputElement && description instanceof HTMLTextAreaElement
    ? { title, description }
    : null;
}

/** Writes the texts into the form and says so to it: the counters listen. Answers what stood there before. */
export function write(formId: string, texts: Texts): Texts | null {
  const found = controls(formId);
  if (!found) return null;
  const before = { title: found.title.value, description: found.description.value };
  for (const name of ['title', 'description'] as const) {
    found[name].value = texts[name];
    found[name].dispatchEvent(new Event('input', { bubbles: true }));
  }
  return before;
}

/** Links that prefill the form on the server; where JavaScript runs they fill it at once. What stood there can be put back. */
export function ProblemChips({ formId, problems }: { formId: string; problems: readonly Problem[] }) {
  const [own, setOwn] = useState<Texts | null>(null);
  const [filled, setFilled] = useState('');

  function fill(event: MouseEvent, problem: Problem) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const before = write(formId, problem);
    if (!before) return;
    event.preventDefault();
    const typed = before.title || before.description;
    if (typed && !problems.some((known) => known.title === before.title)) setOwn(before);
    setFilled(problem.label);
  }

  function putBack() {
    if (own) write(formId, own);
    setOwn(null);
    setFilled('');
  }

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <p id={`${formId}-chips`} className="text-faint">
          Start from
        </p>
        <ul aria-labelledby={`${formId}-chips`} className="contents">
          {problems.map((problem) => (
            <li key={problem.slug}>
              <a
                href={`/?problem=${problem.slug}`}
                onClick={(event) => fill(event, problem)}
                className="inline-flex min-h-6 items-center text-muted underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current pointer-coarse:min-h-9"
              >
                {problem.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <p role="status" className="text-xs text-muted empty:hidden">
        {filled ? <span className="sr-only">Filled in: {filled}. </span> : null}
        {own ? (
          <button type="button" onClick={putBack} className="link">
            Restore what I wrote
          </button>
        ) : null}
      </p>
    </div>
  );
}
