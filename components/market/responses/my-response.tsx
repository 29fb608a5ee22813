import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { withdrawResponse } from '@/lib/market/responses/actions';
import { isStanding } from '@/lib/market/responses/lifecycle';
import type { MyResponse as Mine } from '@/lib/market/responses/queries';
import { ResponseState } from './response-state';

type MyResponseProps = {
  response: Mine;
  settled: 'us' | 'another' | null;
  contactName: string;
  timeZone: string;
  now: Date;
};

/** What one's company has answered or been asked, whether that was read, and the way back out of it. */
export function MyResponse({ response, settled, contactName, timeZone, now }: MyResponseProps) {
  const open = isStanding(response.status);
  const asked = response.origin !== 'answer';
  return (
    <Card
      title={asked ? 'Your conversation' : 'Your response'}
      level={2}
      aside={<ResponseState response={{ ...response, settled }} timeZone={timeZone} now={now} />}
    >
      {response.text ? (
        <p dir="auto" className="whitespace-pre-wrap">
          {response.text}
        </p>
      ) : null}
      <p className="mt-2 text-sm wrap-anywhere text-muted">
        {response.origin === 'direct' ? (
          <>
            <bdi>{contactName}</bdi> asked you directly. Reply in the conversation.{' '}
          </>
        ) : response.origin === 'client' ? (
          <>
            <bdi>{contactName}</bdi> is a client your company invited.{' '}
          </>
        ) : null}
        {asked ? 'Since' : 'Sent'} <Instant at={response.createdAt} timeZone={timeZone} now={now} />
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
          Withdrawing frees your spot. You can’t undo it, and your company can’t respond to this request
          again. The conversation stays.
        </p>
      ) : null}
    </Card>
  );
}
