'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useControl } from '@/components/ui/form-context';

type Option = { code: string; name: string /** What it is found by, in small letters. */; words: string };

type TagPickerProps = {
  /** "service", "Region": what one of them is called. */
  one: string;
  options: readonly Option[];
  chosen: readonly string[];
  suggested: readonly string[];
  nameOf: (code: string) => string;
  most: number;
  onChange: (codes: readonly string[]) => void;
};

const SHOWN = 8;

/** First what begins with the words that were typed, then what has them somewhere. */
function matches(options: readonly Option[], typed: string, chosen: readonly string[]): Option[] {
  const text = typed.trim().toLowerCase();
  if (!text) return [];
  const found = options.filter(({ code, words }) => !chosen.includes(code) && words.includes(text));
  const begins = ({ words }: Option) => words.split('\n').some((word) => word.startsWith(text));
  return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(0, SHOWN);
}

/** Chosen tags, and a field that searches a list for more (ARIA's combobox with a listbox). */
export function TagPicker({ one, options, chosen, suggested, nameOf, most, onChange }: TagPickerProps) {
  const { attributes } = useControl({});
  const { name: _name, required: _required, ...control } = attributes;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const full = chosen.length >= most;
  const found = full ? [] : matches(options, typed, chosen);
  const optionId = (index: number) => `${listId}-${index}`;

  function add(code: string) {
    if (full || chosen.includes(code)) return;
    onChange([...chosen, code]);
    setTyped('');
    setActive(0);
    setSaid(`${nameOf(code)} added.`);
  }

  function remove(code: string) {
    onChange(chosen.filter((other) => other !== code));
    setSaid(`${nameOf(code)} removed.`);
    // The button that had the focus goes with the tag.
    if (control.id) document.getElementById(control.id)?.focus();
  }

  function onKey(event: KeyboardEvent) {
    const last = chosen.at(-1);
    if (event.key === 'Backspace' && !typed && last) return remove(last);
    if (event.key === 'Escape' && typed) {
      event.preventDefault();
      return setTyped('');
    }
    if (event.key === 'Enter' && typed) {
      event.preventDefault();
      const option = found[active];
      return option ? add(option.code) : undefined;
    }
    if (found.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
    setActive((active + step) % found.length);
  }

  return (
    <div className="grid gap-2">
      {chosen.length ? (
        <ul className="flex flex-wrap gap-1.5" aria-label={`Chosen: ${one}s`}>
          {chosen.map((code) => (
            <li
              key={code}
              className="inline-flex items-center gap-0.5 rounded-md border border-line-strong bg-surface pl-2 text-sm"
            >
              {nameOf(code)}
              <button
                type="button"
                onClick={() => remove(code)}
                className="grid size-7 place-items-center rounded-md text-muted hover:text-ink pointer-coarse:size-9"
                aria-label={`Remove ${nameOf(code)}`}
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="relative">
        <input
          dir="auto"
          {...control}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found.length ? optionId(active) : undefined}
          autoComplete="off"
          disabled={full}
          placeholder={full ? `${most} chosen` : `Type to find a ${one}`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKey}
          onBlur={() => setTyped('')}
          className="control"
        />
        <div
          id={listId}
          role="listbox"
          aria-label={`Found: ${one}s`}
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-72 overflow-auto rounded-md border border-line-strong bg-surface p-1 shadow-md empty:hidden"
        >
          {found.map(({ code, name }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses
            <div
              key={code}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(code)}
              className="flex min-h-8 cursor-default items-center rounded-md px-2.5 text-sm hover:bg-sunken aria-selected:bg-accent-soft pointer-coarse:min-h-11"
            >
              {name}
            </div>
          ))}
        </div>
      </div>
      {suggested.length && !full ? (
        <div className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
          <span>In your text:</span>
          {suggested.map((code) => (
            <button
              key={code}
              type="button"
              onClick={() => add(code)}
              className="inline-flex min-h-7 items-center rounded-full border border-line-strong bg-surface px-2.5 text-sm text-muted hover:border-edge hover:text-ink pointer-coarse:min-h-9"
            >
              <span aria-hidden="true">+&nbsp;</span>
              <span className="sr-only">Add </span>
              {nameOf(code)}
            </button>
          ))}
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {said ||
          (typed && !full ? (found.length ? `${found.length} found.` : `No ${one} with that name.`) : '')}
      </p>
      {typed && found.length === 0 && !full ? (
        <p className="text-xs text-muted">No {one} with that name is in the list.</p>
      ) : null}
    </div>
  );
}
