import { KeepDraft } from '@/components/job/drafts/keep-draft';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { formatMoney } from '@/lib/core/money';
import type { Draft } from '@/lib/job/drafts/queries';
import { percentOf } from '@/lib/job/proposals/rules';
import { request } from '@/lib/money/payment-requests/actions';
import type { newPaymentRequestOf } from '@/lib/money/payment-requests/queries';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { NOTE_MAX, OTHER } from '@/lib/money/payment-requests/schema';

/** A milestone has its own amount. By CSS alone, so that it holds without JavaScript as well. */
const SHOWN_FOR_OTHER = 'group-has-[[name=milestoneId][value=other]:checked]/for:grid';

type Of = NonNullable<Awaited<ReturnType<typeof newPaymentRequestOf>>>;

type PaymentRequestFormProps = {
  of: Of;
  back: string;
  conversationId: string;
  draft: Draft | null;
  timeZone: string;
};

export function PaymentRequestForm(props: PaymentRequestFormProps) {
  const { of, back, conversationId, draft, timeZone } = props;
  const { proposalId, milestones, currency, remainingMinor, feeBasisPoints, contactName } = of;
  const money = (minor: bigint) => formatMoney({ minor, currency });
  const next = milestones.find(({ asked, amountMinor }) => !asked && amountMinor <= remainingMinor);
  return (
    <Form
      action={request}
      creates
      draft={draft?.fields}
      hidden={{ proposalId }}
      label="New payment request"
      className="group/for grid gap-6"
    >
      <RadioCards
        name="milestoneId"
        label="What is this payment for?"
        defaultValue={next?.id ?? OTHER}
        options={[
          ...milestones.map(({ id, title, amountMinor, asked }, index) => ({
            value: id,
            label: (
              <>
                {index + 1}. <bdi>{title}</bdi>
              </>
            ),
            aside: money(amountMinor),
            description: asked
              ? 'Already requested'
              : amountMinor > remainingMinor
                ? 'More than what’s left'
                : undefined,
            disabled: asked || amountMinor > remainingMinor,
          })),
          {
            value: OTHER,
            label: 'Another amount',
            description: 'For work outside the milestones, or a part of one.',
          },
        ]}
      />
      <Field
        name="amount"
        label="Amount"
        hint={`Up to ${money(remainingMinor)}, the amount left.`}
        className={`hidden ${SHOWN_FOR_OTHER}`}
      >
        <Input inputMode="decimal" lead="$" autoComplete="off" />
      </Field>
      <Field name="note" label="Note" optional limit={NOTE_MAX} hint="What you did, and where to see it.">
        <Textarea rows={4} />
      </Field>
      <Checkbox
        name="final"
        label="This is the final payment"
        description="Approving it completes the proposal and ends your access to AWS. A request for everything left is always final."
      />
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <Submit pendingLabel="Sending…">Request payment</Submit>
          <ButtonLink href={back} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
        <KeepDraft
          of="payment"
          conversationId={conversationId}
          savedAt={draft?.updatedAt ?? null}
          timeZone={timeZone}
        />
        <p className="text-sm text-muted">
          <bdi>{contactName}</bdi> has {APPROVE_WITHIN_DAYS} days to approve or decline. If they do neither,
          it’s approved automatically. Our fee of {percentOf(feeBasisPoints)} is taken from what you receive.
        </p>
      </div>
    </Form>
  );
}
