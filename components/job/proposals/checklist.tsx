import type { ReactNode } from 'react';
import { SetUpFactor } from '@/components/identity/factors/set-up-factor';
import { cardName } from '@/components/money/methods/methods';
import { buttonLook } from '@/components/ui/button-look';
import { Link } from '@/components/ui/link';
import { Tick } from '@/components/ui/tick';
import type { Factor } from '@/lib/core/step-up';
import type { OneProposal } from '@/lib/job/proposals/queries';

export type Deciding = NonNullable<OneProposal['deciding']>;

const WAYS: Record<Factor, string> = { passkey: 'Passkey', authenticator: 'Authenticator app' };

type ChecklistProps = { deciding: Deciding; customerId: string; here: string };

/** What accepting takes: done is a tick, what is missing is done from here. */
export function Checklist({ deciding, customerId, here }: ChecklistProps) {
  const { method, ways, confirm } = deciding;
  const missing = confirm?.factor && ways.length === 0 ? confirm : null;
  return (
    <ul aria-label="What accepting takes" className="divide-y divide-line rounded-md border border-line">
      <Row
        done={Boolean(method)}
        label="Payment method"
        aside={
          method ? (
            <>
              {cardName(method)} ·{' '}
              <Link href={`/payment-methods?next=${here}`} className="underline">
                Change
              </Link>
            </>
          ) : null
        }
      >
        {method ? null : (
          <AddCard customerId={customerId} here={here} label="Add a card">
            On Stripe’s page. Nothing is charged when you save it.
          </AddCard>
        )}
      </Row>
      <Row
        done={!missing}
        label="Second factor"
        aside={missing ? null : ways.length > 0 ? ways.map((way) => WAYS[way]).join(', ') : 'A code by email'}
      >
        {missing ? (
          <div className="grid justify-items-start gap-2">
            <p className="text-muted">Use your fingerprint, face or device PIN. You set it up once.</p>
            <SetUpFactor confirm={missing} next={here} />
          </div>
        ) : null}
      </Row>
    </ul>
  );
}

type RowProps = { done: boolean; label: string; aside: ReactNode; children: ReactNode };

function Row({ done, label, aside, children }: RowProps) {
  return (
    <li className={done ? 'px-3 py-2.5 text-sm' : 'bg-sunken px-3 py-2.5 text-sm'}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5">
        <span className="flex items-center gap-2 font-medium">
          {done ? (
            <Tick className="text-go" />
          ) : (
            <span
              className="size-3.5 shrink-0 rounded-full border-[1.5px] border-accent"
              aria-hidden="true"
            />
          )}
          {label}
          <span className="sr-only">{done ? ', done' : ', missing'}</span>
        </span>
        {aside ? <span className="ml-5.5 text-muted">{aside}</span> : null}
      </div>
      {children ? <div className="mt-1.5 pl-5.5">{children}</div> : null}
    </li>
  );
}

type AddCardProps = {
  customerId: string;
  here: string;
  label: string;
  large?: boolean;
  children: ReactNode;
};

/** Leads to Stripe's page for a card, and from there back to here. */
export function AddCard({ customerId, here, label, large, children }: AddCardProps) {
  return (
    <form action="/api/payment-methods/setup" method="post" className="grid gap-2">
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="next" value={here} />
      {large ? null : <p className="text-muted">{children}</p>}
      <button
        type="submit"
        className={
          large
            ? `${buttonLook('primary', 'lg')} w-full`
            : `${buttonLook('secondary', 'sm')} justify-self-start`
        }
      >
        {label}
      </button>
      {large ? <p className="text-center text-sm text-muted">{children}</p> : null}
    </form>
  );
}
