import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Outcome } from '@/lib/platform/doors/outcome';

/** Somebody who pauses this long has come to the end of a thought. */
const PAUSE_MS = 800;

type AutosaveOptions<Value> = {
  /** Saves the form; `last` is what the saving before answered. */
  save: (data: FormData, last: Value | null) => Promise<Outcome<Value>>;
  onSaved?: (value: Value) => void;
  /** What was saved before the page came. */
  before?: Value | null;
  /** Saves as soon as the page is there. */
  atOnce?: boolean;
};

type Saving<Value> = {
  phase: 'none' | 'saving' | 'saved' | 'failed';
  /** Why it failed, in a sentence. */
  why: string | null;
  /** What the last saving answered. */
  value: Value | null;
};

type Autosave<Value> = Saving<Value> & {
  /** Of any element inside the form. */
  place: RefObject<HTMLDivElement | null>;
  saveNow: () => void;
  /** What is written was sent in another way than by the form: nothing of it is saved after that. */
  wasSent: () => void;
};

/** Whether a field holds something else than it came with. */
function isWritten(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
      field.value !== field.defaultValue,
  );
}

/**
 * Saves the form around an element while it is written: after a pause, when the page goes out of sight, and by `saveNow`. One
 * saving at a time; what is typed meanwhile is saved after it. Sending the form ends what waits, for that uses the draft up.
 */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { before = null } = options;
  const place = useRef<HTMLDivElement>(null);
  const now = useRef<() => void>(() => {});
  const sent = useRef<() => void>(() => {});
  const router = useRouter();
  const [saving, setSaving] = useState<Saving<Value>>({
    phase: before ? 'saved' : 'none',
    why: null,
    value: before,
  });
  const given = useRef(options);
  useEffect(() => {
    given.current = options;
  });

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let last: Value | null = given.current.before ?? null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    let again = false;
    let over = false;
    let wrote = false;

    async function write(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      if (over || !form) return;
      again = running;
      if (running) return;
      running = true;
      setSaving((was) => ({ ...was, phase: 'saving', why: null }));
      const answer = await given.current.save(new FormData(form), last).catch(() => null);
      running = false;
      if (over) return;
      if (answer?.ok) {
        const { value } = answer;
        last = value;
        wrote = true;
        setSaving({ phase: 'saved', why: null, value });
        given.current.onSaved?.(value);
      } else {
        const why = answer?.message ?? 'No connection. What you typed is still here.';
        setSaving((was) => ({ ...was, phase: 'failed', why }));
      }
      if (again) void write();
    }
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), PAUSE_MS);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden' && timer) void write();
    };
    const onSubmit = () => {
      clearTimeout(timer);
      timer = undefined;
    };

    now.current = () => void write();
    sent.current = () => {
      onSubmit();
      // A saving that is under way may arrive after what was sent: the next one puts that right.
      if (running) again = true;
    };
    if (given.current.atOnce) void write();
    // A page can be written on before its script runs: nobody has heard of that.
    else if (isWritten(form)) soon();
    form.addEventListener('input', soon);
    form.addEventListener('submit', onSubmit);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      over = true;
      // Whoever comes back by the browser's button finds what was saved, and not the page as it was before.
      if (wrote) router.refresh();
      clearTimeout(timer);
      form.removeEventListener('input', soon);
      form.removeEventListener('submit', onSubmit);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [router]);

  return { ...saving, place, saveNow: () => now.current(), wasSent: () => sent.current() };
}
