'use client';

import { useActionState } from 'react';
import { Submit } from '@/components/ui/submit';
import { useAutosave } from '@/components/ui/use-autosave';
import { showId } from '@/lib/core/id';
import { keepDraft, saveDraft } from '@/lib/market/drafts/actions';

type DraftKeeperProps = {
  /** The draft that the form began with. */
  draftId: string | null;
  /** Nobody's yet: it becomes the person's as soon as the page is there. */
  claims?: boolean;
  /** The page has just come back from saving. */
  saved?: boolean;
};

/** Saves the form around it while it is written, and by a button. Carries the draft's id, so that posting uses it up. */
export function DraftKeeper({ draftId, claims, saved }: DraftKeeperProps) {
  const [refused, save] = useActionState(saveDraft, null);
  const { phase, why, value, place, saveNow } = useAutosave<{ draftId: string }>({
    before: saved && draftId ? { draftId } : null,
    atOnce: claims,
    save: (data, last) => {
      const known = last?.draftId ?? draftId;
      if (known) data.set('draftId', known);
      return keepDraft(null, data);
    },
    onSaved: ({ draftId: known }) => {
      // With the router's own state, so that it takes no notice: to follow the address it would drop whatever action runs,
      // such as the posting itself, and read the page again over what was typed.
      const { state } = window.history;
      if (!draftId) window.history.replaceState(state, '', `/requests/new?draft=${showId(known)}`);
    },
  });
  const id = value?.draftId ?? draftId;
  const problem = why ?? (refused && !refused.ok ? refused.message : null);
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {id ? <input type="hidden" name="draftId" value={id} readOnly /> : null}
      <Submit
        variant="quiet"
        formAction={save}
        onClick={(event) => {
          event.preventDefault();
          saveNow();
        }}
      >
        Save draft
      </Submit>
      <p role="status" className="text-sm text-muted">
        {problem ? <span className="text-stop">Not saved. {problem}</span> : null}
        {!problem && phase === 'saving' ? 'Saving…' : null}
        {!problem && phase === 'saved' ? 'Draft saved. Find it under Requests, on any device.' : null}
      </p>
    </div>
  );
}
