import { MessageSquare } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { Answer } from '@/lib/job/answers/queries';
import { isUnanswered, PROPOSAL } from '@/lib/job/proposals/lifecycle';

/** "$960": a proposal's maximum, as briefly as it can be said. */
export function amountOf({ maximumMinor: minor, currency }: NonNullable<Answer['proposal']>): string {
  return formatMoney({ minor, currency }, { short: true });
}

/** The one quiet way on from an answer: its proposal as soon as there is one, until then the talk. */
export function AnswerAction({ answer }: { answer: Answer }) {
  const { proposal, expertName: name } = answer;
  if (!proposal)
    return (
      <ButtonLink
        href={`/conversations/${showId(answer.id)}`}
        size="sm"
        variant="quiet"
        aria-label={`Chat with ${name}`}
      >
        <MessageSquare aria-hidden="true" className="size-3.5" />
        <span className="max-sm:sr-only">Chat</span>
      </ButtonLink>
    );
  const waits = isUnanswered(proposal.status);
  const word = waits ? 'Proposal' : PROPOSAL.words[proposal.status].word;
  return (
    <Link
      href={`/proposals/${showId(proposal.id)}`}
      aria-label={`${name}: ${word} · ${amountOf(proposal)}`}
      className={`inline-flex min-h-7 items-center rounded-full px-2.5 text-xs font-semibold whitespace-nowrap hover:underline pointer-coarse:min-h-9 ${waits ? 'bg-accent-soft text-accent' : 'bg-ended-soft text-ended'}`}
    >
      {word} · {amountOf(proposal)}
    </Link>
  );
}
