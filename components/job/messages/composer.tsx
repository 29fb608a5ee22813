'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useChatRoom } from '@/components/job/conversations/room';
import { unsentIn } from '@/components/job/conversations/unsent';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { useAutosave } from '@/components/ui/use-autosave';
import { needsAsking } from '@/lib/core/findings';
import { saveDraft } from '@/lib/job/drafts/actions';
import { sendMessage } from '@/lib/job/messages/actions';
import { MESSAGE_MAX } from '@/lib/job/messages/schema';

type ComposerProps = {
  /** Made on the server for the form without JavaScript: pressed twice, it is one message still. */
  clientId: string;
  /** What was written here and not sent, on whatever device. */
  draft: string;
  placeholder: string;
};

/** An input method's own Enter. Safari ends the composition before the key and tells it by its code alone. */
function composing(event: globalThis.KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Enter sends, Shift+Enter makes a line (the guide). By socket where there is one, as a plain form otherwise. */
export function Composer({ clientId, draft, placeholder }: ComposerProps) {
  const { conversationId, viewerId, send, connected, tellTyping } = useChatRoom();
  const box = useRef<HTMLTextAreaElement>(null);
  const { place, wasSent } = useAutosave({
    save: (data) => {
      data.set('draftOf', 'message');
      data.set('stay', 'yes');
      return saveDraft(null, data);
    },
  });

  useEffect(() => {
    // What was sent before a reload, and is not stored yet, has grown out of this draft.
    if (box.current?.value === draft && unsentIn(conversationId, viewerId).length > 0) box.current.value = '';
  }, [conversationId, viewerId, draft]);

  function sendNow(): boolean {
    const body = box.current?.value.trim() ?? '';
    if (!body) return true;
    // What the server would not take as it is goes by the form, which says why and keeps the text.
    if ([...body].length > MESSAGE_MAX || needsAsking(body)) return false;
    if (!connected || !send(body)) return false;
    if (box.current) box.current.value = '';
    wasSent();
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    tellTyping();
    if (event.key !== 'Enter' || event.shiftKey || composing(event.nativeEvent)) return;
    event.preventDefault();
    if (!sendNow()) event.currentTarget.form?.requestSubmit();
  }

  return (
    <Form
      action={sendMessage}
      hidden={{ conversationId, clientId }}
      label="Write a message"
      className="grid gap-1"
      clears
    >
      <div ref={place} className="flex items-end gap-2.5">
        <div className="min-w-0 flex-1">
          <label className="sr-only" htmlFor="message">
            Message
          </label>
          <Textarea
            id="message"
            name="body"
            ref={box}
            rows={1}
            grows
            required
            defaultValue={draft}
            placeholder={placeholder}
            onKeyDown={onKeyDown}
            autoComplete="off"
          />
        </div>
        <Submit
          pendingLabel="Sending…"
          onClick={(event) => {
            if (connected && sendNow()) event.preventDefault();
          }}
        >
          Send
        </Submit>
      </div>
      <p className="hidden text-xs text-faint sm:block">Press Enter to send, Shift + Enter for a new line.</p>
    </Form>
  );
}
