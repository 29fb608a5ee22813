'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { keepDraft, saveDraft } from '@/lib/requests/actions';

type DraftKeeperProps = {
  /** The draft that the form began with. */
  draftId: string | null;
  /** Nobody's yet: it becomes the person's as soon as the page is there. */
  claims?: boolean;
  /** The page has just come back from saving. */
  saved?: boolean;
};

type Saving = 'none' | 'saving' | 'saved' | { problem: string };

const QUIET_MS = 1_000;

/** Saves the form around it while it is written, and by a button. Carries the draft's id, so that posting uses it up. */
export function DraftKeeper({ draftId, claims, saved }: DraftKeeperProps) {
  const [id, setId] = useState(draftId);
  const [state, setState] = useState<Saving>(saved ? 'saved' : 'none');
  const [refused, save] = useActionState(saveDraft, null);
  const place = useRef<HTMLDivElement>(null);
  const saveNow = useRef<() => void>(() => {});

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let known = draftId;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    let again = false;
    let over = false;

    async function write(): Promise<void> {
      clearTimeout(timer);
      if (over || !form) return;
      if (running) {
        again = true;
        return;
      }
      running = true;
      setState('saving');
      const data = new FormData(form);
      if (known) data.set('draftId', known);
      const answer = await keepDraft(null, data).catch(() => null);
      running = false;
      if (over) return;
      if (answer?.ok) {
        if (!known)
          window.history.replaceState(null, '', `/requests/new?draft=${showId(answer.value.draftId)}`);
        known = answer.value.draftId;
        setId(known);
        setState('saved');
      } else setState({ problem: answer?.message ?? 'No connection. What you typed is still here.' });
      if (again) {
        again = false;
        void write();
      }
    }
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), QUIET_MS);
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden' && timer) void write();
    };
    // Posting uses the draft up: nothing is saved behind its back.
    const onSubmit = () => clearTimeout(timer);

    saveNow.current = () => void write();
    if (claims) void write();
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
  }, [draftId, claims]);

  const problem = typeof state === 'object' ? state.problem : refused && !refused.ok ? refused.message : null;
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {id ? <input type="hidden" name="draftId" value={id} readOnly /> : null}
      <Submit
        variant="quiet"
        formAction={save}
        onClick={(event) => {
          event.preventDefault();
          saveNow.current();
        }}
      >
        Save draft
      </Submit>
      <p role="status" className="text-sm text-muted">
        {problem ? (
          <span className="text-stop">Not saved. {problem}</span>
        ) : state === 'saving' ? (
          'Saving…'
        ) : state === 'saved' ? (
          'Saved as a draft. You find it under Requests, on any device.'
        ) : (
          ''
        )}
      </p>
    </div>
  );
}
