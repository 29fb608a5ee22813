import { differenceOf } from '@/lib/market/edits/rules';

/** A text with what was taken out and what was put in, for eyes and ears alike. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <span dir="auto" className="whitespace-pre-wrap">
      {differenceOf(before, after).map(({ kind, text }, index) => {
        const key = `${index}-${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        if (kind === 'added')
          return (
            <ins key={key} className="rounded-xs bg-go-soft text-go">
              <span className="sr-only">[added: </span>
              {text}
              <span className="sr-only">] </span>
            </ins>
          );
        return (
          <del key={key} className="rounded-xs bg-stop-soft text-stop">
            <span className="sr-only">[removed: </span>
            {text}
            <span className="sr-only">] </span>
          </del>
        );
      })}
    </span>
  );
}
