import type { Metadata } from 'next';
import { headers } from 'next/headers';
import {
  AppCodeForm,
  DemoCodeForm,
  MailForms,
  RecoveryForm,
} from '@/components/identity/factors/confirm-forms';
import { ConfirmByPasskey } from '@/components/identity/factors/passkey-buttons';
import { SetUpFirst } from '@/components/identity/factors/set-up-first';
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

type Search = 'next' | 'for' | 'factor' | 'sent';
type ConfirmProps = { searchParams: Promise<Partial<Record<Search, string | string[]>>> };
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

/** Where a refused form leads: proves that it is still the person who signed in, and leads back. */
export default async function ConfirmPage({ searchParams }: ConfirmProps) {
  const search = await searchParams;
  const next = ownPath(one(search.next));
  const asked = one(search.for);
  const purpose: Purpose = asked === 'access' || asked === 'members' || asked === 'factors' ? asked : 'money';
  const here = new URLSearchParams({
    for: purpose,
    ...(search.factor ? { factor: '1' } : {}),
    ...(next ? { next } : {}),
  });
  const viewer = await requirePerson(`/confirm?${here}`);
  const { factors, email } = viewer;
  const app = factors.includes('authenticator');
  const code = app ? await demoCode(viewer) : null;
  const must =
    factors.length === 0 && (purpose === 'access' || (purpose === 'money' && Boolean(search.factor)));
  return (
    <Page width="narrow">
      <PageHeader title="Confirm it’s you" />
      <div className="grid gap-5">
        <p className="max-w-prose text-muted">
          {ABOUT[purpose]}Being signed in isn’t enough for that. Confirm it’s you, then press the button
          again. We won’t ask again in this browser for {PROOF_MINUTES} minutes.
        </p>
        {must ? (
          <SetUpFirst next={next} suggested={browserName((await headers()).get('user-agent'))} />
        ) : null}
        {factors.length > 0 ? (
          <Card title="How to confirm" level={2}>
            <div className="grid gap-4">
              {factors.includes('passkey') ? <ConfirmByPasskey next={next} /> : null}
              {code === null ? null : <DemoCodeForm code={code} next={next} />}
              {app ? <AppCodeForm next={next} /> : null}
              <RecoveryForm next={next} />
            </div>
          </Card>
        ) : null}
        {factors.length === 0 && !must ? (
          <Card title="By email" level={2}>
            <MailForms next={next} purpose={purpose} email={email} sent={Boolean(search.sent)} />
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
