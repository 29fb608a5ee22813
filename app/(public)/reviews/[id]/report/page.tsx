import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ReportForm } from '@/components/trust/reports/form';
import { ButtonLink } from '@/components/ui/button';
import { Stars } from '@/components/ui/stars';
import { readId, showId } from '@/lib/core/id';
import { reviewToReport } from '@/lib/trust/reports/queries';

export const metadata: Metadata = { title: 'Report a review', robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sent?: string | string[] }> };

/** Anyone can say that a public review breaks a restriction. */
export default async function ReportPage({ params, searchParams }: Props) {
  const id = readId((await params).id);
  const review = id ? await reviewToReport(id) : null;
  if (!review) notFound();
  const back = `/companies/${showId(review.company.id)}?tab=reviews`;
  if ((await searchParams).sent)
    return (
      <Page width="narrow" className="mx-auto">
        <PageHeader title="Thanks, we’ll look at it" />
        <p className="text-muted">The review stays up until an admin decides.</p>
        <ButtonLink href={back} variant="secondary" className="mt-4">
          Back to {review.company.name}
        </ButtonLink>
      </Page>
    );
  return (
    <Page width="narrow" className="mx-auto">
      <PageHeader title="Report a review" />
      <blockquote className="mb-5 grid gap-1 border-l-2 border-line-strong pl-4">
        <Stars rating={review.stars} />
        {review.text ? (
          <p dir="auto" className="whitespace-pre-line text-muted">
            {review.text}
          </p>
        ) : null}
      </blockquote>
      <ReportForm reviewId={review.id} back={back} />
    </Page>
  );
}
