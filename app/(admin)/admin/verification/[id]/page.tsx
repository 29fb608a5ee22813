import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ClaimEvidence, ClaimHistory, OtherClaims } from '@/components/market/certifications/claim-evidence';
import { DecideForms } from '@/components/market/certifications/decide-forms';
import { Decided } from '@/components/market/certifications/decided';
import { RevokeForm } from '@/components/market/certifications/revoke-form';
import { UndoForm } from '@/components/market/certifications/undo-form';
import { VerificationKeys } from '@/components/market/certifications/verification-keys';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { readId, showId } from '@/lib/core/id';
import { certificationName } from '@/lib/market/certifications/catalog';
import { CERTIFICATION, isClaimed } from '@/lib/market/certifications/lifecycle';

import { claimToVerify, decisionOf } from '@/lib/market/verification/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Verify a certification' };

type ClaimProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ decided?: string | string[]; looked?: string | string[] }>;
};

const addressOf = (id: string | null) => (id ? `/admin/verification/${showId(id)}` : null);

export default async function Claim({ params, searchParams }: ClaimProps) {
  const text = (await params).id;
  const { decided, looked } = await searchParams;
  const viewer = await requirePerson(`/admin/verification/${text}`);
  const id = readId(text);
  const last = typeof decided === 'string' ? readId(decided) : null;
  const now = await appNow();
  const [claim, decision] = await Promise.all([
    id ? claimToVerify(viewer, id, now) : null,
    last && last !== id ? decisionOf(viewer, last, now) : null,
  ]);
  if (!claim) notFound();
  const { word, lamp } = CERTIFICATION.words[claim.status];
  const shown = { claim, timeZone: viewer.timeZone, now };
  const [next, previous] = [addressOf(claim.nextId), addressOf(claim.previousId)];
  return (
    <Page>
      {decision ? <Decided decision={decision} className="mb-5" /> : null}
      {looked && claim.firstLook?.mine ? (
        <Callout tone="go" role="status" className="mb-5">
          First look saved.
        </Callout>
      ) : null}
      <PageHeader
        title={certificationName(claim.code)}
        crumbs={[{ label: 'Verification', href: '/admin/verification' }]}
        lamp={<Lamp tone={lamp}>{word}</Lamp>}
        note={`Claimed by ${claim.expert.person.name} of ${claim.expert.company.name}`}
        actions={
          <>
            {previous ? <ButtonLink href={previous}>Previous</ButtonLink> : null}
            {next ? <ButtonLink href={next}>Next</ButtonLink> : null}
          </>
        }
      />
      <div key={claim.id} className="grid gap-6">
        <VerificationKeys next={next} previous={previous} />
        <ClaimEvidence {...shown} />
        {isClaimed(claim.status) ? (
          <Card title="Decide" level={2} tone="turn">
            {claim.own ? (
              <Callout tone="wait">This is your own claim. Another admin has to decide.</Callout>
            ) : (
              <DecideForms claim={claim} />
            )}
          </Card>
        ) : (
          <Card title="Decided" level={2}>
            <p className="text-sm text-muted">
              {claim.decider ?? 'Automatically'}
              {claim.decidedAt ? (
                <>
                  , <Instant at={claim.decidedAt} timeZone={viewer.timeZone} now={now} />
                </>
              ) : null}
            </p>
            {claim.evidence ? (
              <p dir="auto" className="mt-1 whitespace-pre-line">
                {claim.evidence}
              </p>
            ) : null}
            {claim.canUndo ? (
              <div className="mt-3">
                <UndoForm certificationId={claim.id} />
              </div>
            ) : null}
          </Card>
        )}
        {claim.canRevoke ? (
          <Card title="Revoke" level={2}>
            <RevokeForm certificationId={claim.id} />
          </Card>
        ) : null}
        <section className="grid gap-2">
          <h2 className="text-lg">Other claims</h2>
          <OtherClaims {...shown} />
        </section>
        <ClaimHistory {...shown} />
      </div>
    </Page>
  );
}
