import { TurnBar } from '@/components/layout/turn-bar';
import { ButtonLink } from '@/components/ui/button';
import { firstTurn, type Turn } from '@/lib/core/lifecycle';
import type { conversationOf } from '@/lib/job/conversations/queries';

type JobTurnProps = {
  turns: readonly Turn[];
  conversation: NonNullable<Awaited<ReturnType<typeof conversationOf>>>;
};

/** The top line of the job: of everything that waits, what weighs most for whoever looks. */
export function JobTurn({ turns, conversation }: JobTurnProps) {
  const { side } = conversation;
  const turn = firstTurn(turns, side);
  const other =
    side === 'customer' ? conversation.response.expert.person.name : conversation.request.contactName;
  if (!turn)
    return <TurnBar tone="go" who="Talking" what="Agree on the work. The next step is a proposal." />;
  const more = turns.filter((one) => one.side === turn.side).length - 1;
  const what = `${turn.says.charAt(0).toUpperCase()}${turn.says.slice(1)}${more > 0 ? `, and ${more} more` : ''}`;
  if (turn.side === side)
    return (
      <TurnBar
        tone="turn"
        who="Your turn"
        what={what}
        action={
          turn.action ? (
            <ButtonLink href={turn.action.href} variant="primary" size="sm">
              {turn.action.label}
            </ButtonLink>
          ) : null
        }
      />
    );
  return (
    <TurnBar tone="wait" who={turn.side === null ? 'In progress' : `Waiting for ${other}`} what={what} />
  );
}
