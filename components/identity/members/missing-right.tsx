import { Callout } from '@/components/ui/callout';
import { Form } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Submit } from '@/components/ui/submit';
import { askRight } from '@/lib/identity/members/actions';
import { type Missing, RIGHTS_IN_WORDS } from '@/lib/identity/members/rules';

type MissingRightProps = {
  missing: Missing;
  /** What it is needed for, as it goes on after "To": "accept or decline this proposal". */
  to: string;
};

/** Which right is missing, who can give it, and one press that tells them. */
export function MissingRight({ missing, to }: MissingRightProps) {
  const { side, id, right, owners } = missing;
  const word = RIGHTS_IN_WORDS[side][right]?.short ?? right;
  return (
    <Callout tone="wait" title={`You need the “${word}” right`}>
      <div className="grid gap-3">
        <p>
          You need it to {to}.{' '}
          {owners.length
            ? `${owners.join(' or ')} can give it to you.`
            : 'No owner can give it to you now. Contact the operator of this installation.'}{' '}
          <Link href="/guide/rights" className="underline">
            What each right allows
          </Link>
        </p>
        {owners.length ? (
          <Form
            action={askRight}
            creates
            id={`ask-${right}-${id}`}
            hidden={{ ...(side === 'customer' ? { customerId: id } : { companyId: id }), right }}
            label={`Ask for the “${word}” right`}
            done={`We told ${owners.join(' and ')} that you asked.`}
          >
            <Submit variant="secondary" size="sm" pendingLabel="Asking…">
              Ask {owners.length > 1 ? 'the owners' : owners[0]}
            </Submit>
          </Form>
        ) : null}
      </div>
    </Callout>
  );
}
