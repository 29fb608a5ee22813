import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { beginRequest } from '@/lib/market/drafts/actions';
import { DESCRIPTION, TITLE } from '@/lib/market/requests/schema';
import { ProblemChips } from './problem-chips';
import { PROBLEMS } from './problems';

/** The form's id, by which what stands elsewhere on the page fills it. */
export const START_FORM = 'start';

type StartFormProps = {
  /** From a chip, or from what was typed here before. */
  texts: { title: string; description: string } | null;
  signedIn: boolean;
  /** The texts are the draft that was begun in this browser. */
  continues: boolean;
};

/** The beginning of a request, on the first page: a title and a description. */
export function StartForm({ texts, signedIn, continues }: StartFormProps) {
  const hidden: Record<string, string> = continues ? { continues: 'yes' } : {};
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-surface p-4 shadow-md sm:p-5.5">
      <h2 className="text-lg">What do you need done?</h2>
      <Form
        id={START_FORM}
        action={beginRequest}
        creates
        hidden={hidden}
        label="Start a request"
        className="grid gap-3.5"
      >
        <Field name="title" label="Request title" limit={TITLE.max} hint="Name the service and the problem.">
          <Input
            defaultValue={texts?.title}
            placeholder="For example: Move our website to AWS"
            autoComplete="off"
          />
        </Field>
        <Field
          name="description"
          label="Description"
          limit={DESCRIPTION.max}
          hint="What you need done, by when, and what you’ve tried."
        >
          <Textarea defaultValue={texts?.description} rows={4} />
        </Field>
        <div className="flex items-center justify-between gap-4">
          <p className="text-sm text-muted">
            {signedIn ? 'Then: budget, location, post.' : 'Then: sign in, review, post. Free.'}
          </p>
          <Submit size="lg">Next</Submit>
        </div>
      </Form>
      <div className="border-t border-line pt-3">
        <ProblemChips formId={START_FORM} problems={PROBLEMS} />
      </div>
    </div>
  );
}
