import { Link } from '@/components/ui/link';
import { MILESTONES_MAX, percentOf } from '@/lib/job/proposals/rules';
import { APPROVE_WITHIN_HOURS } from '@/lib/money/payments/rules';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const EARNING: Chapter = {
  slug: 'earning',
  side: 'experts',
  title: 'Proposing, working and getting paid',
  about: 'Sending a proposal, asking for access, working in the account, and asking for payments.',
  parts: [
    {
      id: 'propose',
      title: 'Send a proposal',
      text: ({ feeBasisPoints }) => (
        <>
          <p>
            In the conversation, choose <b>New proposal</b>. Write what you will do and what not, by when, and
            one to {MILESTONES_MAX} milestones with their amounts. The form shows the sum, which is the most
            that can be charged, the fee ({percentOf(feeBasisPoints)}) and what your company earns. You need
            the right <b>sell</b>. A proposal cannot be changed once it is sent; withdraw it and send another.
          </p>
          <Picture name="proposal-new" />
        </>
      ),
    },
    {
      id: 'access',
      title: 'Ask for access',
      text: () => (
        <p>
          After it was accepted, and with the right <b>access</b> and a certification in force, ask for the
          narrowest of the{' '}
          <Link href="/guide/access#levels" className="link">
            nine levels
          </Link>{' '}
          that is enough, and say why: the customer reads it while deciding. You can withdraw it and ask for
          another.
        </p>
      ),
    },
    {
      id: 'work',
      title: 'Work in the account',
      text: () => (
        <p>
          On the page of the access, open the AWS console, or take temporary credentials for your tools. Only
          you can, not your colleagues. Everything that is done with them is recorded and shown to the
          customer. When the access ends, open sessions end too, whatever they were doing: save in time.
        </p>
      ),
    },
    {
      id: 'paid',
      title: 'Ask for a payment',
      text: () => (
        <>
          <p>
            Choose the milestone, the amount if it is less, and say what was done. The customer has{' '}
            {APPROVE_WITHIN_HOURS / 24} days; then it is approved by itself. If it is declined, read the
            reason, settle it, and ask again. Mark the last one as final: accepting it completes the proposal
            and ends your access. Nothing left to request? <b>Complete</b> the job on the proposal’s page.
          </p>
          <p>
            <Link href="/earnings" className="link">
              Earnings
            </Link>{' '}
            shows what was paid and what your company has earned of it.
          </p>
        </>
      ),
    },
  ],
};
