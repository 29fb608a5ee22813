import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Details } from '@/components/ui/details';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';

type ComparePickerProps = { answers: readonly Answer[]; picked: readonly Answer[]; most: number };

/** Which answers stand side by side: a plain form whose state is in the address. */
export function ComparePicker({ answers, picked, most }: ComparePickerProps) {
  return (
    <Details frame summary={`Comparing ${picked.length} of ${answers.length}`} className="mb-4">
      <form className="grid gap-3">
        <fieldset className="grid gap-1 sm:grid-cols-2">
          <legend className="mb-1 text-sm text-muted">Choose two to {most}.</legend>
          {answers.map((answer) => (
            <Checkbox
              key={answer.id}
              name="with"
              value={showId(answer.id)}
              defaultChecked={picked.includes(answer)}
              label={answer.expertName}
              description={answer.company.name}
            />
          ))}
        </fieldset>
        <Button type="submit" className="justify-self-start">
          Compare these
        </Button>
      </form>
    </Details>
  );
}
