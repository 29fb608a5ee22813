import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { accept, decline } from '@/lib/job/proposals/actions';
import type { OneProposal } from '@/lib/job/proposals/queries';
import { percentOf } from '@/lib/job/proposals/rules';
import { REASON } from '@/lib/job/proposals/schema';
import { AddCard, Checklist, type Deciding } from './checklist';
import { Consequences, Price } from './price';

export type Decidable = OneProposal & { deciding: Deciding };

/** The card beside a proposal that waits for this person: what it costs, what follows, what is missing, and Accept. */
export function DecideCard({ proposal }: { proposal: Decidable }) {
  return (
    // A phone has it in a sheet; without JavaScript it stands at the end of the page.
    <Card
      id="decide"
      title="Your decision"
      level={2}
      className="hidden p-5 shadow-lg lg:block noscript:block"
    >
      <Decision proposal={proposal} />
    </Card>
  );
}

/** On a phone: the price at hand at the foot of the page, and the same card as a sheet. */
export function DecideBar({ proposal }: { proposal: Decidable }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-5 flex items-center justify-between gap-3 border-t border-line bg-surface px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 lg:hidden print:hidden">
      <p className="min-w-0 leading-tight">
        <b className="text-lg font-semibold">{amountOf(proposal)}</b>{' '}
        <span className="text-sm text-muted">at most</span>
        <br />
        <span className="text-sm text-muted">Nothing charged today</span>
      </p>
      <Dialog
        trigger="Review and accept"
        variant="primary"
        href="#decide"
        className="shrink-0"
        title="Your decision"
        place="bottom"
      >
        <Decision proposal={proposal} />
      </Dialog>
    </div>
  );
}

const amountOf = ({ maximumMinor: minor, currency }: OneProposal) =>
  formatMoney({ minor, currency }, { short: true });

function Decision({ proposal }: { proposal: Decidable }) {
  const { id, deciding, companyName, customerId, conversationId, feeBasisPoints } = proposal;
  const { method, otherAccepted } = deciding;
  const here = `/proposals/${showId(id)}`;
  return (
    <div className="grid gap-4">
      <div>
        <Price proposal={proposal} />
        <Consequences proposal={proposal} />
      </div>
      <Checklist deciding={deciding} customerId={customerId} here={here} />
      {otherAccepted ? (
        <Callout tone="wait">
          Another proposal in this conversation is already accepted. It has to be completed or ended first.
        </Callout>
      ) : method ? (
        <Accept proposal={proposal} />
      ) : (
        // Never a button that can only be refused: it begins with what is missing.
        <AddCard customerId={customerId} here={here} label={acceptLabel(proposal)} large>
          Opens Stripe to save a card first. Then you accept here.
        </AddCard>
      )}
      <div className="grid gap-1">
        <ButtonLink href={`/conversations/${showId(conversationId)}`} variant="quiet" size="sm">
          Ask a question
        </ButtonLink>
        <Decline proposal={proposal} />
      </div>
      <p className="border-t border-line pt-3 text-xs text-muted">
        Nothing on top: <bdi>{companyName}</bdi> pays our {percentOf(feeBasisPoints)} fee.
      </p>
    </div>
  );
}

const acceptLabel = (proposal: OneProposal) => `Accept for up to ${amountOf(proposal)}`;

function Accept({ proposal }: { proposal: Decidable }) {
  const { id, textHash, companyName, deciding } = proposal;
  return (
    <Form
      action={accept}
      hidden={{ proposalId: id, textHash }}
      label="Accept the proposal"
      className="grid gap-2"
    >
      <Submit size="lg" pendingLabel="Accepting…" className="w-full">
        {acceptLabel(proposal)}
      </Submit>
      <p className="text-center text-sm text-muted">
        {firstOf(deciding)}You agree with <bdi>{companyName}</bdi> on exactly this text.
      </p>
    </Form>
  );
}

/** What a press on Accept begins with. */
function firstOf({ confirm }: Deciding): string {
  if (!confirm) return '';
  if (confirm.ways.length > 0) return 'Asks you to confirm, then accepts. ';
  return confirm.factor ? 'Sets up your second factor, then accepts. ' : 'Emails you a code, then accepts. ';
}

function Decline({ proposal }: { proposal: OneProposal }) {
  const { id, may, companyName } = proposal;
  if (!may.decline) return null;
  return (
    <Details summary="Decline" className="text-sm">
      <Form action={decline} hidden={{ proposalId: id }} label="Decline the proposal" className="grid gap-3">
        <Field name="reason" label="Reason" limit={REASON.max} optional hint={`${companyName} can read it.`}>
          <Textarea rows={3} />
        </Field>
        <div>
          <Submit variant="danger" pendingLabel="Declining…">
            Decline proposal
          </Submit>
        </div>
        <p className="text-sm text-muted">
          You can’t undo this. <bdi>{companyName}</bdi> can send you another proposal.
        </p>
      </Form>
    </Details>
  );
}
