import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ChooseForm } from '@/components/market/settling/choose-form';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { readId } from '@/lib/core/id';
import { answersOf } from '@/lib/job/answers/queries';
import { requestOf } from '@/lib/market/requests/queries';
import { isStanding } from '@/lib/market/responses/lifecycle';
import { canSettle } from '@/lib/market/settling/rules';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Choose a response' };

type ChooseProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Before a request is settled: what that means for whom, and the words for those who are not chosen. */
export default async function ChoosePage({ params, searchParams }: ChooseProps) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}`);
  const id = readId(shown);
  const request = id ? await requestOf(viewer, id) : null;
  if (!request) notFound();
  const { answer } = await searchParams;
  const answers = await answersOf(viewer, request.id, await appNow());
  const wanted = typeof answer === 'string' ? readId(answer) : null;
  const chosen = answers.find((one) => one.id === wanted);
  if (!chosen) notFound();
  const refusal = canSettle({ settled: request.settledAt !== null, response: chosen.status });
  const back = `/requests/${shown}`;
  return (
    <Page width="narrow">
      <PageHeader
        title={`Choose ${chosen.expertName}`}
        note={<bdi>{chosen.company.name}</bdi>}
        crumbs={[
          { label: 'Requests', href: '/requests' },
          { label: request.title, href: back },
        ]}
      />
      {refusal ? (
        <Callout
          title="You can’t choose this response"
          action={
            <ButtonLink href={back} size="sm">
              Back to the request
            </ButtonLink>
          }
        >
          {refusal.message}
        </Callout>
      ) : (
        <ChooseForm
          chosen={chosen}
          others={answers.filter((one) => one.id !== chosen.id && isStanding(one.status))}
        />
      )}
    </Page>
  );
}
