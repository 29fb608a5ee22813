'use client';

import { useEffect, useRef, useState } from 'react';
import { Submit } from '@/components/ui/submit';
import { formatInstant } from '@/components/ui/time';
import { saveResponseDraft } from '@/lib/responses/actions';

type DraftStateProps = {
  /** When what stands in the form was saved; null: it is new. */
  savedAt: Date | null;
  timeZone: string;
  /** The form's own way to save without JavaScript, and what it answered. */
  save: (data: FormData) => void;
  refused: string | null;
};

type Saving = { state: 'none' | 'saving' } | { state: 'saved'; at: Date } | { state: 'failed'; why: string };

/** Somebody who pauses this long has come to the end of a thought. */
const PAUSE_MS = 800;

/** Saves the answer around it while it is written, and by a button; says how that stands. */
export function DraftState({ savedAt, timeZone, save, refused }: DraftStateProps) {
  const [saving, setSaving] = useState<Saving>(savedAt ? { state: 'saved', at: savedAt } : { state: 'none' });
  const place = useRef<HTMLDivElement>(null);
  const saveNow = useRef<() => void>(() => {});

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    let again = false;
    let over = false;

    async function write(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      if (over || !form) return;
      if (running) {
        again = true;
        return;
      }
      running = true;
      setSaving({ state: 'saving' });
      const data = new FormData(form);
      data.set('stay', 'yes');
      const answer = await saveResponseDraft(null, data).catch(() => null);
      running = false;
      if (over) return;
      if (!answer?.ok)
        setSaving({
          state: 'failed',
          why: answer?.message ?? 'No connection. What you typed is still here.',
        });
      else if (answer.value.savedAt) setSaving({ state: 'saved', at: new Date(answer.value.savedAt) });
      else setSaving({ state: 'none' });
      if (again) {
        again = false;
        void write();
      }
    }
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), PAUSE_MS);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden' && timer) void write();
    };
    // Sending uses the draft up: nothing is saved behind its back.
    const onSubmit = () => clearTimeout(timer);

    saveNow.current = () => void write();
    form.addEventListener('input', soon);
    form.addEventListener('submit', onSubmit);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      over = true;
      clearTimeout(timer);
      form.removeEventListener('input', soon);
      form.removeEventListener('submit', onSubmit);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, []);

  const problem = saving.state === 'failed' ? saving.why : refused;
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Submit
        variant="secondary"
        size="lg"
        formAction={save}
        onClick={(event) => {
          event.preventDefault();
          saveNow.current();
        }}
      >
        Save draft
      </Submit>
      <p role="status" className="text-sm text-muted">
        {problem ? <span className="text-stop">Not saved. {problem}</span> : null}
        {!problem && saving.state === 'saving' ? 'Saving…' : null}
        {!problem && saving.state === 'saved'
          ? `Draft saved ${formatInstant(saving.at, { timeZone, show: 'clock' })}; you find it here on any device.`
          : null}
      </p>
    </div>
  );
}
