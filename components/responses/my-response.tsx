import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { withdrawResponse } from '@/lib/responses/actions';
import type { WorkItem } from '@/lib/responses/queries-item';
import { RESPONSE } from '@/lib/responses/rules';

type MyResponseProps = { response: NonNullable<WorkItem['mine']>; timeZone: string; now: Date };

/** What one's company has answered, and the way back out of it. */
export function MyResponse({ response, timeZone, now }: MyResponseProps) {
  const open = response.status === 'open';
  return (
    <Card
      title="Your response"
      level={2}
      aside={
        open ? (
          <Lamp tone="go">You responded</Lamp>
        ) : (
          <Lamp tone={RESPONSE.words.withdrawn.lamp}>{RESPONSE.words.withdrawn.word}</Lamp>
        )
      }
    >
      <p className="whitespace-pre-wrap wrap-anywhere">{response.text}</p>
      <p className="mt-2 text-sm text-muted">
        Sent <Instant at={response.createdAt} timeZone={timeZone} now={now} />
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <ButtonLink href={`/conversations/${showId(response.id)}`} variant="primary">
          Open the conversation
        </ButtonLink>
        {open ? (
          <Form action={withdrawResponse} hidden={{ responseId: response.id }} label="Withdraw the response">
            <Submit variant="danger" pendingLabel="Withdrawing…">
              Withdraw
            </Submit>
          </Form>
        ) : null}
      </div>
      {open ? (
        <p className="mt-2 text-sm text-muted">
          Withdrawing cannot be undone: your company cannot respond to this request again. The conversation
          stays.
        </p>
      ) : null}
    </Card>
  );
}
