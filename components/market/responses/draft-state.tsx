'use client';

import { Submit } from '@/components/ui/submit';
import { formatInstant } from '@/components/ui/time';
import { useAutosave } from '@/components/ui/use-autosave';
import { saveResponseDraft } from '@/lib/market/response-drafts/actions';

type DraftStateProps = {
  /** When what stands in the form was saved; null: it is new. */
  savedAt: Date | null;
  timeZone: string;
  /** The form's own way to save without JavaScript, and what it answered. */
  save: (data: FormData) => void;
  refused: string | null;
};

/** Saves the answer around it while it is written, and by a button; says how that stands. */
export function DraftState({ savedAt, timeZone, save, refused }: DraftStateProps) {
  const { phase, why, value, place, saveNow } = useAutosave<{ savedAt: Date | null }>({
    before: savedAt && { savedAt },
    save: (data) => {
      data.set('stay', 'yes');
      return saveResponseDraft(null, data);
    },
  });
  const problem = why ?? refused;
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Submit
        variant="secondary"
        size="lg"
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
          ? `Draft saved ${formatInstant(value.savedAt, { timeZone, show: 'clock' })}. Find it here on any device.`
          : null}
      </p>
    </div>
  );
}
