'use client';

import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { sendMessage } from '@/lib/job/messages/actions';
import { useChatRoom } from './room';

type AskForProposalProps = {
  /** Made on the server: pressed twice, it is one message still. */
  clientId: string;
};

/** What the customer would write to get a price. */
export const ASK = 'Please send me a proposal: what you’ll do, the price, and how long it takes.';

/**
 * Before there is a proposal: the way to one. Where the page runs, the words are put into the composer, to be changed
 * and sent; without JavaScript the press sends them.
 */
export function AskForProposal({ clientId }: AskForProposalProps) {
  const { conversationId } = useChatRoom();
  return (
    <Card title="Clear enough? Ask for a price">
      <p className="mb-3 text-sm text-muted">
        A proposal has a fixed maximum. You decide on it, and nothing is charged until you approve a payment.
      </p>
      <Form action={sendMessage} hidden={{ conversationId, clientId, body: ASK }} label="Ask for a proposal">
        <Submit
          variant="primary"
          pendingLabel="Sending…"
          onClick={(event) => {
            if (write(ASK)) event.preventDefault();
          }}
        >
          Ask for a proposal
        </Submit>
      </Form>
    </Card>
  );
}

/** Puts words into the composer, behind what stands there. False: there is none. */
function write(words: string): boolean {
  const box = document.getElementById('message');
  if (!(box instanceof HTMLTextAreaElement)) return false;
  // On a phone the sheet covers the composer.
  if (window.location.hash === '#agreed') window.location.hash = '#talk';
  const before = box.value.trim();
  if (!before.includes(words)) {
    box.value = before ? `${before}\n\n${words}` : words;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
  return true;
}
