import type { Metadata } from 'next';
import { Picture } from '@/components/guide/picture';
import { Part, Reading } from '@/components/layout/reading';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { inWords } from '@/lib/core/words';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';

export const metadata: Metadata = { title: 'How it works' };

const STEPS = [
  { id: 'post', title: '1. Post a request' },
  { id: 'select', title: '2. Choose an expert' },
  { id: 'in', title: '3. Let them in' },
  { id: 'pay', title: '4. Pay' },
  { id: 'end', title: '5. See the access end' },
] as const;

const more = (chapter: string, text: string) => (
  <Link href={`/guide/${chapter}`} className="link">
    {text}
  </Link>
);

export default function HowItWorks() {
  return (
    <Reading
      title="How it works"
      note={`From problem to solution, in ${inWords(STEPS.length)} steps.`}
      contents={STEPS}
    >
      <Part {...STEPS[0]}>
        <p>
          Say what’s wrong or what you want, and what it may cost. It’s free. Experts respond within a few
          minutes to a few days. None of them sees your email address.{' '}
          {more('requests', 'How to write a good one')}.
        </p>
      </Part>
      <Part {...STEPS[1]}>
        <p>
          Each expert holds an AWS certification that an admin has checked. Read profiles and reviews, compare
          experts side by side, and chat. When you agree, one of them sends a proposal: the work, its
          milestones, and the most it can cost. {more('proposals', 'What’s in a proposal')}.
        </p>
        <Picture name="compare" />
      </Part>
      <Part {...STEPS[2]}>
        <p>
          If the work needs it, the expert asks for access to your AWS account at one of{' '}
          {inWords(PERMISSION_LEVELS.length)} levels. Before you decide, you see what that level can do, what
          it can’t, and what it might cost. AWS creates a role for this one job. You watch what the expert
          does with it. {more('access', 'How access works')}.
        </p>
      </Part>
      <Part {...STEPS[3]}>
        <p>
          When a milestone is done, the expert sends a payment request. You approve it, or decline it and say
          why. If you don’t act on it for {APPROVE_WITHIN_DAYS} days, it’s approved automatically.{' '}
          {more('payments', 'Costs and payments')}.
        </p>
      </Part>
      <Part {...STEPS[4]}>
        <p>
          Approving the final payment ends the access. You can also end it yourself at any time. First we deny
          everything and try a test session to see AWS refuse it. Then we delete the role. Each step is listed
          with its time. {more('access#revoking', 'The proof')}.
        </p>
        <Picture name="access-ended" />
        <p className="flex flex-wrap gap-2">
          <ButtonLink href="/requests/new" variant="primary">
            Get started now
          </ButtonLink>
          <ButtonLink href="/guide">Read the guide</ButtonLink>
        </p>
      </Part>
    </Reading>
  );
}
