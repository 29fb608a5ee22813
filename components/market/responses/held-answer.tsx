import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { releaseAnswer } from '@/lib/market/response-drafts/actions';

type HeldAnswerProps = {
  requestId: string;
  draft: { text: string; updatedAt: Date };
  /** Why it would not be sent now; null: it would. */
  closed: string | null;
  timeZone: string;
  now: Date;
};

/** An answer that waits for its writer's certification, and the way to take it back. */
export function HeldAnswer({ requestId, draft, closed, timeZone, now }: HeldAnswerProps) {
  return (
    <Card title="Your response" aside={<Lamp tone="wait">Waiting for your certification</Lamp>}>
      <p dir="auto" className="whitespace-pre-wrap">
        {draft.text}
      </p>
      <p className="mt-2 text-sm text-muted">
        Written <Instant at={draft.updatedAt} timeZone={timeZone} now={now} />. We send it automatically when
        your certification is verified.
        {closed ? ` Right now, we wouldn’t send it: ${closed}` : ''}
      </p>
      <Form action={releaseAnswer} hidden={{ requestId }} label="Take back the response" className="mt-3">
        <Submit variant="secondary" pendingLabel="Taking back…">
          Take back and edit
        </Submit>
      </Form>
    </Card>
  );
}
