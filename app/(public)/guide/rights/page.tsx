import type { Metadata } from 'next';
import { RightsTable } from '@/components/guide/rights-table';
import { Part, Reading } from '@/components/layout/reading';
import { Link } from '@/components/ui/link';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';

export const metadata: Metadata = {
  title: 'Members and rights · Guide',
  description: 'What each right lets a member do, who gives it, and how to ask for one.',
};

const PARTS = [
  { id: 'customer', title: 'Rights of a customer’s members' },
  { id: 'give', title: 'Give somebody a right' },
  { id: 'missing', title: 'When a right is missing' },
  { id: 'company', title: 'Rights of a company’s members' },
  { id: 'leave', title: 'Leaving, and the last owner' },
] as const;

/** The guide's "Setting up account permissions", told for our own rights. */
export default function RightsGuide() {
  return (
    <Reading
      title="Members and rights"
      note="What each right lets a member do, who gives it, and how to ask for one."
      crumbs={[{ label: 'Guide', href: '/guide' }]}
      contents={PARTS}
    >
      <Part {...PARTS[0]}>
        <p>
          On AWS IQ whoever hired an expert needed two managed policies in IAM, one of which could change
          everybody’s rights in the account. Here no IAM user is needed: two rights do it, and each is given
          by itself.
        </p>
        <RightsTable side="customer" />
        <p>
          Whoever posts the first request alone becomes the owner of a customer and has every right. To let an
          expert in, <b>grant</b> is needed here, and once, when the AWS account is connected, somebody who
          may create two roles there.
        </p>
      </Part>
      <Part {...PARTS[1]}>
        <ol>
          <li>
            Open{' '}
            <Link href="/members" className="link">
              Members
            </Link>
            . Owners see the form.
          </li>
          <li>Enter the e-mail address and tick the rights. You confirm that it is you.</li>
          <li>
            The person gets a mail. They become a member when they accept, signed in with that address, within
            {INVITATION_DAYS} days.
          </li>
        </ol>
        <p>
          You can send the invitation again, withdraw it, and change somebody’s rights or remove them at any
          time. It holds at once.
        </p>
      </Part>
      <Part {...PARTS[2]}>
        <p>
          A page that you can read but not decide says which right is missing and names the owners who can
          give it. One press tells them that you ask. Nothing else changes until they give it.
        </p>
      </Part>
      <Part {...PARTS[3]}>
        <RightsTable side="company" />
        <p>
          A freelancer is a company of one, and its owner. The first invitation asks for a name and makes a
          company of them. A member becomes an expert with a profile and a certification. Access to a
          customer’s AWS account is always personal: the right lets somebody ask for it for themselves.
        </p>
      </Part>
      <Part {...PARTS[4]}>
        <p>
          Anybody can leave. Requests, jobs and payments stay with the customer or the company. Whoever leaves
          a company loses the access to AWS that they hold for it, and their profile there is public no
          longer.
        </p>
        <p>
          There is always an owner: the last one chooses who takes over before they leave. A company without
          anybody else can be closed instead, once nothing is agreed and undone. Where no owner is left who
          can act, the operator of the installation names one among the members.
        </p>
      </Part>
    </Reading>
  );
}
