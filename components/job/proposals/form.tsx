import { KeepDraft } from '@/components/job/drafts/keep-draft';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { showId } from '@/lib/core/id';
import type { Draft } from '@/lib/job/drafts/queries';
import { propose } from '@/lib/job/proposals/actions';
import { TERMS, TIMELINE, TITLE } from '@/lib/job/proposals/schema';
import { MilestoneRows } from './milestone-rows';

type ProposalFormProps = {
  conversationId: string;
  rows: number;
  filled: number;
  currency: string;
  feeBasisPoints: number;
  draft: Draft | null;
  timeZone: string;
};

export function ProposalForm(props: ProposalFormProps) {
  const { conversationId, rows, filled, currency, feeBasisPoints, draft, timeZone } = props;
  const back = `/conversations/${showId(conversationId)}`;
  return (
    <Form action={propose} creates draft={draft?.fields} label="New proposal" className="grid gap-6">
      <Field name="title" label="Proposal title" limit={TITLE.max}>
        <Input />
      </Field>
      <Field
        name="terms"
        label="Terms"
        limit={TERMS.max}
        hint="What you’ll do, what you’ll deliver, and what’s not included."
      >
        <Textarea rows={10} />
      </Field>
      <Field
        name="timeline"
        label="Timeline"
        limit={TIMELINE.max}
        optional
        hint="When you’ll start, and when you’ll finish."
      >
        <Textarea rows={2} />
      </Field>
      <MilestoneRows rows={rows} filled={filled} currency={currency} feeBasisPoints={feeBasisPoints} />
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <Submit pendingLabel="Sending…">Send proposal</Submit>
          <ButtonLink href={back} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
        <KeepDraft
          of="proposal"
          conversationId={conversationId}
          savedAt={draft?.updatedAt ?? null}
          timeZone={timeZone}
        />
        <p className="text-sm text-muted">
          You can’t change a proposal after you send it. You can withdraw it until it’s accepted.
        </p>
      </div>
    </Form>
  );
}
