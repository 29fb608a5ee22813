import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { isStanding } from '@/lib/market/responses/lifecycle';

type SettledNoteProps = {
  answers: readonly Answer[];
  request: {
    settledAt: Date | null;
    chosenId: string | null;
    thanks: string | null;
    audience: 'everyone' | 'direct' | 'client';
  };
  timeZone: string;
  now: Date;
  /** It has just been done: said at once to whoever listens to the page. */
  fresh: boolean;
};

/** With whom a request was settled, and what the others were told. Nothing where it is not. */
export function SettledNote({ answers, request, timeZone, now, fresh }: SettledNoteProps) {
  const chosen = answers.find((answer) => answer.id === request.chosenId);
  if (!request.settledAt || !chosen) return null;
  const others = answers.filter((answer) => answer.id !== chosen.id && isStanding(answer.status)).length;
  return (
    <Callout
      tone="go"
      role={fresh ? 'status' : undefined}
      title={`Closed: you chose ${chosen.expertName}`}
      className="mb-4"
      action={
        <ButtonLink href={`/conversations/${showId(chosen.id)}`} size="sm">
          Open the conversation
        </ButtonLink>
      }
    >
      <Instant at={request.settledAt} timeZone={timeZone} now={now} />.{' '}
      {request.audience === 'everyone'
        ? 'The request takes no new responses. Turn the switch on to get more. '
        : null}
      {others ? (
        <>
          {request.thanks
            ? `You wrote to the ${others === 1 ? 'other expert' : `other ${others}`}: `
            : 'The others see that it’s closed.'}
          {request.thanks ? <q>{request.thanks}</q> : null}
        </>
      ) : null}
    </Callout>
  );
}
