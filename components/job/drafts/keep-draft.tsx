'use client';

import { useActionState } from 'react';
import { Submit } from '@/components/ui/submit';
import { formatInstant } from '@/components/ui/time';
import { useAutosave } from '@/components/ui/use-autosave';
import { saveDraft } from '@/lib/job/drafts/actions';
import type { DraftForm } from '@/lib/job/drafts/schema';

type KeepDraftProps = {
  of: Exclude<DraftForm, 'message'>;
  conversationId: string;
  /** When what stands in the form was saved; null: it is new. */
  savedAt: Date | null;
  timeZone: string;
};

/** Saves the form around it while it is written, and by a button; says how that stands. */
export function KeepDraft({ of, conversationId, savedAt, timeZone }: KeepDraftProps) {
  const [refused, save] = useActionState(saveDraft, null);
  const { phase, why, value, place, saveNow } = useAutosave<{ savedAt: Date | null }>({
    before: savedAt && { savedAt },
    save: (data) => {
      data.set('stay', 'yes');
      return saveDraft(null, data);
    },
  });
  const problem = why ?? (refused && !refused.ok ? refused.message : null);
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input type="hidden" name="draftOf" value={of} />
      <input type="hidden" name="conversationId" value={conversationId} />
      <Submit
        variant="secondary"
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
        {!problem && phase === 'saved' && value?.savedAt
          ? `Draft saved ${formatInstant(value.savedAt, { timeZone, show: 'clock' })}. Only you can see it.`
          : null}
      </p>
    </div>
  );
}
