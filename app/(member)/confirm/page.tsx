import type { Metadata } from 'next';
import { headers } from 'next/headers';
import {
  AppCodeForm,
  DemoCodeForm,
  MailForms,
  RecoveryForm,
} from '@/components/identity/factors/confirm-forms';
import { ConfirmByPasskey } from '@/components/identity/factors/passkey-buttons';
import { OtherWays, SetUpFirst } from '@/components/identity/factors/set-up-first';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ownPath } from '@/lib/core/path';
import { PROOF_MINUTES, type Purpose } from '@/lib/core/step-up';
import { demoCode } from '@/lib/demo/queries';
import { browserName } from '@/lib/identity/sessions/rules';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Confirm it’s you', robots: { index: false } };

const ABOUT: Record<Purpose, string> = {
  money: 'You’re about to agree to a price or to pay. ',
  access: 'You’re about to give someone access, or to enter an AWS account. ',
  members: 'You’re about to decide who can act for a customer account or a company. ',
  factors: 'You’re about to change how you confirm it’s you. ',
};

type Search = 'next' | 'for' | 'factor' | 'sent' | 'other';
type ConfirmProps = { searchParams: Promise<Partial<Record<Search, string | string[]>>> };
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

/**
 * Where a refused form leads whose page cannot ask over itself: proves that it is still the person who signed in, and leads
 * back. The passkey comes first and alone; `other` shows the rest, also without JavaScript.
 */
export default async function ConfirmPage({ searchParams }: ConfirmProps) {
  const search = await searchParams;
  const next = ownPath(one(search.next));
  const asked = one(search.for);
  const purpose: Purpose = asked === 'access' || asked === 'members' || asked === 'factors' ? asked : 'money';
  const here = new URLSearchParams({
    for: purpose,
    ...(search.factor ? { factor: '1' } : {}),
    ...(search.other ? { other: '1' } : {}),
    ...(next ? { next } : {}),
  });
  const viewer = await requirePerson(`/confirm?${here}`);
  const { factors, email, proved } = viewer;
  const passkey = factors.includes('passkey');
  const app = factors.includes('authenticator');
  const must =
    factors.length === 0 && (purpose === 'access' || (purpose === 'money' && Boolean(search.factor)));
  // A first factor is set up on the word of the mailbox: that comes first, and then this page again.
  const mailFirst = must && proved !== 'email';
  const rest = Boolean(search.other) || !passkey;
  const code = app && rest ? await demoCode(viewer) : null;
  return (
    <Page width="narrow">
      <PageHeader title={must ? 'Set up a way to confirm' : 'Confirm it’s you'} />
      <div className="grid gap-5">
        <p className="max-w-prose text-muted">
          {ABOUT[purpose]}Being signed in isn’t enough for that.{' '}
          {must
            ? 'You set this up once.'
            : `We won’t ask again in this browser for ${PROOF_MINUTES} minutes.`}
        </p>
        {must && !mailFirst ? (
          <SetUpFirst
            next={next}
            suggested={browserName((await headers()).get('user-agent'))}
            rest={Boolean(search.other)}
            other={`/confirm?${here}&other=1`}
          />
        ) : null}
        {factors.length > 0 ? (
          <Card title="How to confirm" level={2}>
            <div className="grid gap-4">
              {passkey ? <ConfirmByPasskey next={next} /> : null}
              {code === null ? null : <DemoCodeForm code={code} next={next} />}
              {app && rest ? <AppCodeForm next={next} /> : null}
              {rest ? <RecoveryForm next={next} /> : <OtherWays href={`/confirm?${here}&other=1`} />}
            </div>
          </Card>
        ) : null}
        {factors.length === 0 && (mailFirst || !must) ? (
          <Card title="By email" level={2}>
            <MailForms
              next={mailFirst ? `/confirm?${here}` : next}
              purpose={mailFirst ? 'factors' : purpose}
              email={email}
              sent={!mailFirst && Boolean(search.sent)}
            />
          </Card>
        ) : null}
        {next ? (
          <p>
            <ButtonLink href={next} variant="quiet">
              Go back without confirming
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Page>
  );
}
