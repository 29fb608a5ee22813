import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClaimEvidence, OtherClaims } from '@/components/experts/claim-evidence';
import { DecideForms } from '@/components/experts/decide-forms';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { requirePerson } from '@/lib/auth/viewer';
import { readId } from '@/lib/core/id';
import { appNow } from '@/lib/db/clock';
import { certificationName } from '@/lib/experts/certifications';
import { claimToVerify } from '@/lib/experts/queries-verify';
import { CERTIFICATION } from '@/lib/experts/rules';

export const metadata: Metadata = { title: 'Verify a certification' };

type ClaimProps = { params: Promise<{ id: string }> };

export default async function Claim({ params }: ClaimProps) {
  const text = (await params).id;
  const viewer = await requirePerson(`/admin/verification/${text}`);
  const id = readId(text);
  const [claim, now] = await Promise.all([id ? claimToVerify(viewer, id) : null, appNow()]);
  if (!claim) notFound();
  const { word, lamp } = CERTIFICATION.words[claim.status];
  const shown = { claim, timeZone: viewer.timeZone, now };
  return (
    <Page>
      <PageHeader
        title={certificationName(claim.code)}
        crumbs={[{ label: 'Verification', href: '/admin/verification' }]}
        lamp={<Lamp tone={lamp}>{word}</Lamp>}
        note={`Claimed by ${claim.expert.person.name} of ${claim.expert.company.name}`}
        actions={
          <ButtonLink href="https://aws.amazon.com/verification" target="_blank" rel="noopener noreferrer">
            Open aws.amazon.com/verification
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        <ClaimEvidence {...shown} />
        <section className="grid gap-2">
          <h2 className="text-lg">Other claims</h2>
          <OtherClaims {...shown} />
        </section>
        {claim.status === 'claimed' ? (
          <Card title="Decide" level={2} tone="turn">
            {claim.own ? (
              <Callout tone="wait">This is your own claim. Another admin has to look at it.</Callout>
            ) : (
              <DecideForms certificationId={claim.id} />
            )}
          </Card>
        ) : (
          <Card title="Decided" level={2}>
            <p className="text-sm text-muted">
              {claim.decider ?? 'Nobody in person'}
              {claim.decidedAt ? (
                <>
                  , <Instant at={claim.decidedAt} timeZone={viewer.timeZone} now={now} />
                </>
              ) : null}
            </p>
            {claim.evidence ? <p className="mt-1 whitespace-pre-line">{claim.evidence}</p> : null}
          </Card>
        )}
      </div>
    </Page>
  );
}
