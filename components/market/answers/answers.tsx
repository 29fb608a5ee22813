import { cn } from '@/components/ui/cn';
import { Details } from '@/components/ui/details';
import type { Answer } from '@/lib/job/answers/queries';
import { AnswerRow } from './answer-row';
import { COLUMNS, HEADS } from './columns';
import { sorted } from './sorted';

type AnswersProps = {
  answers: readonly Answer[];
  requestId: string;
  timeZone: string;
  now: Date;
  chosenId: string | null;
  /** The one that stands open in the list. */
  openedId: string | null;
  className?: string;
};

/** The answers to a request: those that stand; and apart from them the archived and the withdrawn. */
export function Answers({ answers, requestId, chosenId, openedId, className, ...time }: AnswersProps) {
  const { standing, archived, withdrawn } = sorted(answers);
  const rows = (list: readonly Answer[]) =>
    list.map((answer) => (
      <AnswerRow
        key={answer.id}
        answer={answer}
        requestId={requestId}
        opened={answer.id === openedId}
        chosen={answer.id === chosenId}
        mayChoose={chosenId === null}
        {...time}
      />
    ));
  const apart = (name: string, list: readonly Answer[]) =>
    list.length ? (
      <Details
        summary={`${name}: ${list.length}`}
        open={list.some(({ id }) => id === openedId)}
        className="text-sm"
      >
        <ul aria-label={name} className="rounded-lg border border-line bg-surface text-base">
          {rows(list)}
        </ul>
      </Details>
    ) : null;
  return (
    <div className={cn('@container', className)}>
      {standing.length ? (
        <>
          <div aria-hidden="true" className={cn('mb-1.5 hidden px-4 text-xs text-faint @4xl:grid', COLUMNS)}>
            {HEADS.map((head, place) => (
              <span key={head} className={place === 0 ? 'col-start-2 col-end-4' : undefined}>
                {head}
              </span>
            ))}
          </div>
          <ul aria-label="Responses" className="mb-1 rounded-lg border border-line bg-surface shadow-md">
            {rows(standing)}
          </ul>
        </>
      ) : null}
      {apart('Archived', archived)}
      {apart('Withdrawn', withdrawn)}
    </div>
  );
}
