'use client';

import { useActionState, useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Form, type FormAction } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { holdAnswer, saveResponseDraft } from '@/lib/market/response-drafts/actions';
import { respond } from '@/lib/market/responses/actions';
import { DraftState } from './draft-state';

type RespondFormProps = {
  requestId: string;
  companyId: string;
  companyName: string;
  contactName: string;
  draft: { text: string; updatedAt: Date } | null;
  timeZone: string;
  /** The most characters; from the schema, whose parser a browser need not load. */
  limit: number;
  /** Why the request takes no answer now; null: it does. */
  closed: string | null;
  /** The writer's certification is still to be verified: the answer is kept until then. */
  holds: boolean;
};

/**
 * The answer to a request. It opens the conversation. When the request stops taking answers while one is being written,
 * the text stays, is saved, and can no longer be sent.
 */
export function RespondForm(props: RespondFormProps) {
  const { requestId, companyId, companyName, contactName, draft, timeZone, limit, closed, holds } = props;
  const [wasOpen] = useState(closed === null);
  const [saved, save] = useActionState(saveResponseDraft, null);
  if (closed && !wasOpen && !draft)
    return (
      <Callout tone="ended" title="You can’t respond to this request">
        {closed}
      </Callout>
    );
  const back = saved && !saved.ok ? saved : null;
  return (
    <Form
      id="respond"
      action={(holds ? holdAnswer : respond) as FormAction}
      creates
      hidden={{ requestId, companyId }}
      label="Respond"
      className="grid gap-4"
    >
      {closed ? (
        <Callout role="status" tone="wait" title="You can no longer send this">
          {closed} Your text stays here as a draft.
        </Callout>
      ) : null}
      <Field
        name="text"
        label="Your response"
        limit={limit}
        hint="What you’d do first, when you could start, and what you need to know."
      >
        <Textarea rows={7} defaultValue={back?.values?.text ?? draft?.text} />
      </Field>
      <div className="grid justify-items-start gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {closed ? null : (
            <Submit size="lg" pendingLabel={holds ? 'Saving…' : 'Sending…'}>
              {holds ? 'Send when I’m verified' : 'Respond'}
            </Submit>
          )}
          <DraftState
            savedAt={draft?.updatedAt ?? null}
            timeZone={timeZone}
            save={save}
            refused={back?.message ?? null}
          />
        </div>
        {closed ? null : (
          <p className="max-w-[65ch] text-sm wrap-anywhere text-muted">
            {holds
              ? 'We send it automatically when your certification is verified, if the request takes responses then. We tell you either way, and you can take it back until then.'
              : `${contactName} reads this next to your name, certification, company and rate, and can chat with you from then on. Responding is free; ${companyName} can respond once.`}
          </p>
        )}
      </div>
    </Form>
  );
}
