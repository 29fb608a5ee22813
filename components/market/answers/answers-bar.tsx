import { BottomBar } from '@/components/layout/bottom-bar';
import { amountOf } from '@/components/market/answers/answer-action';
import { ArchiveForm } from '@/components/market/answers/archive-form';
import { ButtonLink } from '@/components/ui/button';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { isStanding } from '@/lib/market/responses/lifecycle';

type AnswersBarProps = {
  /** The answer that stands open in the list. */
  opened: Answer | null;
  /** The one whose proposal waits for a decision. */
  waiting: Answer | null;
  first: Answer | null;
  compare: string | null;
};

/** What a phone keeps in reach of the thumb: what one can do with the open answer, or else with all of them; and with whom. */
export function AnswersBar({ opened, waiting, first, compare }: AnswersBarProps) {
  const answer = opened ?? waiting ?? first;
  if (!answer) return null;
  const { proposal, expertName } = answer;
  return (
    <BottomBar className="mt-4 sm:hidden">
      {opened && isStanding(opened.status) ? <ArchiveForm answer={opened} large /> : null}
      {!opened && compare ? (
        <ButtonLink href={compare} size="lg">
          Compare
        </ButtonLink>
      ) : null}
      {proposal && answer === waiting ? (
        <ButtonLink
          href={`/proposals/${showId(proposal.id)}`}
          variant="primary"
          size="lg"
          aria-label={`Open ${expertName}’s ${amountOf(proposal)} proposal`}
        >
          Open {amountOf(proposal)} proposal
        </ButtonLink>
      ) : (
        <ButtonLink
          href={`/conversations/${showId(answer.id)}`}
          variant={opened ? 'secondary' : 'primary'}
          size="lg"
          aria-label={`Message ${expertName}`}
        >
          Message {expertName.split(' ')[0]}
        </ButtonLink>
      )}
    </BottomBar>
  );
}
