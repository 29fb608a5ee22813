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

export const metadata: Metadata = { title: 'Confirm that it is you', robots: { index: false } };

const ABOUT: Record<Purpose, string> = {
  money: 'You are about to agree to a price or to pay. ',
  access: 'You are about to give somebody access, or to enter an AWS account. ',
  members: 'You are about to decide who may act for a customer or a company. ',
  factors: 'You are about to change how it is confirmed that it is you. ',
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
      <PageHeader title="Confirm that it is you" />
      <div className="grid gap-5">
        <p className="max-w-prose text-muted">
          {ABOUT[purpose]}A browser that stays signed in is not enough for that. What you confirm here holds
          for {PROOF_MINUTES} minutes in this browser; then you press the button again.
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
          <Card title="By e-mail" level={2}>
            <MailForms next={next} purpose={purpose} email={email} sent={Boolean(search.sent)} />
          </Card>
        ) : null}
        {next ? (
          <p>
            <ButtonLink href={next} variant="quiet">
              Back without confirming
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Page>
  );
}
