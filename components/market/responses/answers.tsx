import { Details } from '@/components/ui/details';
import type { Answer } from '@/lib/job/answers/queries';
import { AnswerRow } from './answer-row';
import { sorted } from './sorted';

type AnswersProps = {
  answers: readonly Answer[];
  requestId: string;
  now: Date;
  chosenId: string | null;
  className?: string;
};

/** The answers to a request: those that stand; and apart from them the archived and the withdrawn. */
export function Answers({ answers, requestId, now, chosenId, className }: AnswersProps) {
  const { standing, archived, withdrawn } = sorted(answers);
  const rows = (list: readonly Answer[]) =>
    list.map((answer) => (
      <AnswerRow
        key={answer.id}
        answer={answer}
        requestId={requestId}
        now={now}
        chosen={answer.id === chosenId}
        mayChoose={chosenId === null}
      />
    ));
  const apart = (name: string, list: readonly Answer[]) =>
    list.length ? (
      <Details summary={`${name}: ${list.length}`} className="text-sm">
        <ul aria-label={name} className="rounded-lg border border-line bg-surface text-base">
          {rows(list)}
        </ul>
      </Details>
    ) : null;
  return (
    <div className={className}>
      {standing.length ? (
        <ul aria-label="Responses" className="mb-1 rounded-lg border border-line bg-surface shadow-md">
          {rows(standing)}
        </ul>
      ) : null}
      {apart('Archived', archived)}
      {apart('Withdrawn', withdrawn)}
    </div>
  );
}
