import type { Answer } from '@/lib/job/answers/queries';
import { isStanding, isWithdrawn } from '@/lib/market/responses/lifecycle';

/** Answers by where they stand on the page. */
export function sorted(answers: readonly Answer[]) {
  return {
    standing: answers.filter((answer) => isStanding(answer.status) && !answer.archived),
    archived: answers.filter((answer) => isStanding(answer.status) && answer.archived),
    withdrawn: answers.filter((answer) => isWithdrawn(answer.status)),
  };
}

/** "5 answers, 2 unread": of those that stand. */
export function answersInWords(answers: readonly Answer[]): string {
  const { standing } = sorted(answers);
  const unread = standing.filter((answer) => answer.unread).length;
  const count = `${standing.length} ${standing.length === 1 ? 'response' : 'responses'}`;
  return `${count}${unread ? `, ${unread} unread` : ''}`;
}
