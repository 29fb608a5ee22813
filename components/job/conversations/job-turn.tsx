import type { ReactNode } from 'react';
import { TurnBar } from '@/components/layout/turn-bar';
import { ButtonLink } from '@/components/ui/button';
import { isLive } from '@/lib/access/grants/lifecycle';
import type { JobAccess } from '@/lib/access/overview/queries';
import { showId } from '@/lib/core/id';
import { firstTurn, type Turn } from '@/lib/core/lifecycle';
import { callName } from '@/lib/core/words';
import type { conversationOf } from '@/lib/job/conversations/queries';
import { isCompleted, isOver } from '@/lib/job/proposals/lifecycle';
import type { Proposals } from '@/lib/job/proposals/queries';
import { isWithdrawn } from '@/lib/market/responses/lifecycle';
import type { Reviews } from '@/lib/trust/reviews/queries';
import { hireAgain, type Outcome, outcomeInWords } from './outcome';
import { standingOf } from './standing';

type JobTurnProps = {
  conversation: NonNullable<Awaited<ReturnType<typeof conversationOf>>>;
  proposals: Proposals;
  access: JobAccess | null;
  reviews: Reviews;
  /** Everything that waits, of all that belongs to the job. */
  turns: readonly Turn[];
  /** What is agreed in a line, for a phone. */
  more: ReactNode;
};

/** The top line of the job: of everything that waits, what weighs most for whoever looks; after the job, what came of it. */
export function JobTurn({ conversation, proposals, access, reviews, turns, more }: JobTurnProps) {
  const { side, response, request, standing } = conversation;
  const ofCustomer = side === 'customer';
  const other = ofCustomer ? response.expert.person.name : request.contactName;
  const [latest] = proposals.proposals;
  const outcome = latest && isOver(latest.status) ? outcomeOf(latest, access, reviews) : null;
  // After the job a review waits for nobody but its writer, and less than everything else.
  const waits = turns.filter(({ action }) => !outcome || !action?.href.includes('/review'));
  const turn = firstTurn(waits, side);

  if (outcome && (!turn || turn.side === null))
    return (
      <TurnBar
        tone="ended"
        {...outcomeInWords(outcome, ofCustomer)}
        more={more}
        action={ofCustomer ? <AfterTheJob conversation={conversation} outcome={outcome} /> : null}
      />
    );
  const closed = standingOf(
    { ...standing, archived: false, withdrawn: isWithdrawn(response.status) },
    ofCustomer,
  );
  if (closed && standing.settled !== 'this' && !latest)
    return (
      <TurnBar
        tone="ended"
        who="Closed"
        what={closed.replace(/^Closed: (.)/, (_, first) => first.toUpperCase())}
        more={more}
      />
    );
  if (!turn) return <TurnBar tone="go" who="Talking" what="The next step is a proposal." more={more} />;
  const others = waits.filter((one) => one.side === turn.side).length - 1;
  const what = `${turn.says.charAt(0).toUpperCase()}${turn.says.slice(1)}${others > 0 ? `, and ${others} more` : ''}`;
  if (turn.side === side)
    return (
      <TurnBar
        tone="turn"
        who="Your turn"
        what={what}
        more={more}
        action={
          turn.action ? (
            <ButtonLink href={turn.action.href} variant="primary" size="sm">
              {turn.action.label}
            </ButtonLink>
          ) : null
        }
      />
    );
  const who = turn.side === null ? 'In progress' : `Waiting for ${callName(other)}`;
  return <TurnBar tone="wait" who={who} what={what} more={more} />;
}

function outcomeOf(
  { id, status, paidMinor, approvedMinor, currency }: Proposals['proposals'][number],
  access: JobAccess | null,
  { reviews }: Reviews,
): Outcome {
  const given = (access?.rows ?? []).filter((row) => row.proposalId === id && row.grantStatus !== null);
  const review = reviews.find(({ proposalId }) => proposalId === id);
  return {
    completed: isCompleted(status),
    paidMinor,
    dueMinor: approvedMinor,
    currency,
    access: given.length === 0 ? null : given.some((row) => isLive(row.grantStatus)) ? 'ending' : 'ended',
    review: review?.review ? 'written' : review?.mayWrite ? 'open' : null,
  };
}

/** What a customer does next with an expert whose work is done. */
function AfterTheJob({ conversation, outcome }: Pick<JobTurnProps, 'conversation'> & { outcome: Outcome }) {
  const { id, response } = conversation;
  const { expert } = response;
  const open = outcome.review === 'open';
  return (
    <>
      {open ? (
        <ButtonLink href={`/conversations/${showId(id)}/review`} variant="primary" size="sm">
          Write a review
        </ButtonLink>
      ) : null}
      {/* On a phone there is room for one: the other stands with the expert. */}
      <ButtonLink href={hireAgain(conversation)} size="sm" className={open ? 'max-sm:hidden' : undefined}>
        Hire {callName(expert.person.name)} again
      </ButtonLink>
    </>
  );
}
