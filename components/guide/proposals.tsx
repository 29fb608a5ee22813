import { formatMoney } from '@/lib/core/money';
import { PROPOSAL } from '@/lib/job/proposals/lifecycle';
import {
  CURRENCY,
  MILESTONES_MAX,
  OPEN_MAX,
  PAYMENT_MAX,
  PAYMENT_MIN,
  percentOf,
} from '@/lib/job/proposals/rules';
import { TERMS, TIMELINE } from '@/lib/job/proposals/schema';
import type { Chapter } from './chapter';
import { Picture } from './picture';

const { words } = PROPOSAL;
const money = (minor: bigint) => formatMoney({ minor, currency: CURRENCY });

export const PROPOSALS: Chapter = {
  slug: 'proposals',
  side: 'both',
  title: 'Proposals',
  about: 'What is done, by when, in which steps, and the most it can cost.',
  parts: [
    {
      id: 'what',
      title: 'What stands in a proposal',
      text: ({ feeBasisPoints }) => (
        <>
          <p>
            The expert’s company writes it: a title, the terms ({TERMS.min} to{' '}
            {TERMS.max.toLocaleString('en')} characters), a timeline (up to {TIMELINE.max}), and one to{' '}
            {MILESTONES_MAX} milestones with an amount each, from {money(PAYMENT_MIN)} to {money(PAYMENT_MAX)}
            . Their sum is the maximum: more is never charged. Prices are in {CURRENCY}.
          </p>
          <p>
            The fee ({percentOf(feeBasisPoints)}) stands on it too. The company bears it, so the customer pays
            the amounts as they stand there.
          </p>
          <p>We save your draft as you write. Only you can see it until you send it.</p>
          <Picture name="proposal" />
        </>
      ),
    },
    {
      id: 'states',
      title: 'Its states',
      text: () => (
        <ul>
          <li>
            <b>{words.proposed.word}</b>: it waits for the customer’s answer.
          </li>
          <li>
            <b>{words.accepted.word}</b>: both are bound by it, and work can begin.
          </li>
          <li>
            <b>{words.declined.word}</b>: the customer said no, perhaps with a reason. The company can send
            another.
          </li>
          <li>
            <b>{words.withdrawn.word}</b>: the company took it back before it was answered.
          </li>
          <li>
            <b>{words.completed.word}</b>: the final payment was accepted, or the company completed the job.
            Access that belongs to it ends.
          </li>
          <li>
            <b>{words.ended.word}</b>: the customer ended the job, with a reason. Access that belongs to it
            ends.
          </li>
        </ul>
      ),
    },
    {
      id: 'decide',
      title: 'Accept or decline',
      text: () => (
        <>
          <p>
            Read it, ask in the chat what is not clear, then choose <b>Accept</b> or <b>Decline</b>. You need
            the right <b>buy</b> and a saved card; nothing is charged when you accept. What you accept is
            exactly the text on your page. If you want something changed, decline it and say what: the company
            sends another one. Up to {OPEN_MAX} can wait in one conversation; one can be accepted at a time.
          </p>
        </>
      ),
    },
    {
      id: 'after',
      title: 'After that',
      text: () => (
        <p>
          The expert can ask for access to your AWS account, and for payments as the work goes on. For more
          work than was agreed, the company sends another proposal.
        </p>
      ),
    },
    {
      id: 'close',
      title: 'Complete or end a job',
      text: () => (
        <>
          <p>
            Accepting the final payment completes the proposal. Without one, either side can close the job on
            the proposal’s page:
          </p>
          <ul>
            <li>
              <b>Complete</b>, for the company with the right <b>sell</b>: the work is done, and nothing more
              is requested.
            </li>
            <li>
              <b>End</b>, for the customer with the right <b>buy</b>: the job doesn’t go on. You say why, and
              the company reads it.
            </li>
          </ul>
          <p>
            Neither is possible while a payment request awaits approval: decide on it, or withdraw it, first.
            Payments that were approved stay due. Access ends at once, and the company can send another
            proposal.
          </p>
        </>
      ),
    },
  ],
};
