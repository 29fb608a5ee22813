import { Link } from '@/components/ui/link';
import { percentOf } from '@/lib/job/proposals/rules';
import { APPROVE_WITHIN_HOURS, PAYMENT_REQUEST } from '@/lib/money/payments/rules';
import type { Chapter } from './chapter';
import { Picture } from './picture';

const days = APPROVE_WITHIN_HOURS / 24;

export const PAYMENTS: Chapter = {
  slug: 'payments',
  side: 'customers',
  title: 'Costs and payments',
  about: 'What you pay and when, the ten days, what to do when a charge fails, and refunds.',
  parts: [
    {
      id: 'cost',
      title: 'What you pay',
      text: ({ feeBasisPoints }) => (
        <>
          <p>
            The price of the work that you approved, never more than the proposal’s maximum, and nothing on
            top. The fee of {percentOf(feeBasisPoints)} is taken from what the company earns. See{' '}
            <Link href="/pricing" className="link">
              pricing
            </Link>
            .
          </p>
          <p>
            What runs in your AWS account, also what an expert made there, is billed to you by AWS. Talk about
            it before it is made.
          </p>
        </>
      ),
    },
    {
      id: 'milestones',
      title: 'Milestones',
      text: () => (
        <p>
          A proposal has one or more milestones. When one is done, the company asks for its payment, or for a
          part of it. All payments together never pass the maximum.
        </p>
      ),
    },
    {
      id: 'approve',
      title: 'Approve or decline a payment',
      text: () => (
        <>
          <ol>
            <li>
              Open the payment that is <b>{PAYMENT_REQUEST.words.awaiting.word}</b>: from the mail, from the
              conversation, or from{' '}
              <Link href="/payments" className="link">
                Payments
              </Link>
              .
            </li>
            <li>Look at the work, and at what remains of the maximum afterwards.</li>
            <li>
              Choose <b>Approve</b>, or <b>Decline</b> with a reason. A declined payment can be asked for
              again once that is settled.
            </li>
          </ol>
          <p>
            You have {days} days. If nobody acts, it is approved by itself on the {days}th day and charged to
            your card. The page shows the time that is left.
          </p>
          <p>
            You can remove a card under{' '}
            <Link href="/payment-methods" className="link">
              Payment methods
            </Link>
            . While an accepted proposal is paid with your only card, add another one first.
          </p>
          <Picture name="payment" />
        </>
      ),
    },
    {
      id: 'final',
      title: 'The final payment',
      text: () => (
        <p>
          It is marked as final, or it is the one after which nothing is left of the maximum. Accepting it
          completes the proposal, begins to end the expert’s access, and you are asked for a{' '}
          <Link href="/guide/reviews" className="link">
            review
          </Link>
          . The button says so before you press it.
        </p>
      ),
    },
    {
      id: 'charge',
      title: 'The charge',
      text: () => (
        <p>
          Approving and being charged are two steps. The charge is made by Stripe at once; the page says
          whether it is under way, paid, waiting for you to confirm it with your bank, or has failed. After a
          failure choose another card and try again: nothing is ever charged twice.
        </p>
      ),
    },
    {
      id: 'refunds',
      title: 'Refunds',
      text: () => (
        <p>
          Look at the work before you approve: an approved payment is final on this site, and there are no
          refunds through it yet. If something turns out wrong afterwards, write to the expert in the
          conversation. Whether money goes back is for the two of you to agree on, under the{' '}
          <Link href="/legal/agreement" className="link">
            engagement agreement
          </Link>{' '}
          and the law.
        </p>
      ),
    },
  ],
};
