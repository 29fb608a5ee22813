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
  { id: 'customer', title: 'Customer rights' },
  { id: 'give', title: 'Give someone a right' },
  { id: 'missing', title: 'When you’re missing a right' },
  { id: 'company', title: 'Company rights' },
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
          On AWS IQ, you needed two managed policies in IAM to hire an expert, and one of them could change
          everyone’s rights in the account. Here you need no IAM user: two rights do it, and you give each
          separately.
        </p>
        <RightsTable side="customer" />
        <p>
          If you post your first request on your own, you become the owner of a customer and have every right.
          To let an expert in, you need <b>grant</b> here. Once, when you connect the AWS account, you also
          need someone who can create two roles there.
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
          <li>Enter the email address and select the rights. We ask you to confirm it’s you.</li>
          <li>
            We email the person. They become a member when they accept within {INVITATION_DAYS} days, signed
            in with that address.
          </li>
        </ol>
        <p>
          You can send the invitation again or withdraw it, and change someone’s rights or remove them at any
          time. Changes take effect right away.
        </p>
      </Part>
      <Part {...PARTS[2]}>
        <p>
          If you can read a page but can’t decide there, it says which right you’re missing and names the
          owners who can give it. One click asks them for it. Nothing else changes until they give it.
        </p>
      </Part>
      <Part {...PARTS[3]}>
        <RightsTable side="company" />
        <p>
          A freelancer is a company of one, and its owner. The first invitation asks for a name and turns them
          into a company. A member becomes an expert with a profile and a certification. Access to a
          customer’s AWS account is always personal: the right lets members ask for it for themselves.
        </p>
      </Part>
      <Part {...PARTS[4]}>
        <p>
          Anyone can leave. Requests, jobs, and payments stay with the customer or the company. If you leave a
          company, you lose the access to AWS that you hold for it, and your profile there is no longer
          public.
        </p>
        <p>
          There’s always an owner: the last one chooses who takes over before they leave. If you’re a
          company’s only member, you can close it instead, once everything you agreed on is done. If no owner
          is left who can act, the operator of the installation makes one of the members an owner.
        </p>
      </Part>
    </Reading>
  );
}
