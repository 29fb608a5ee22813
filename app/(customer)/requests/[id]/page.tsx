import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BottomBar } from '@/components/layout/bottom-bar';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { AcceptingForm } from '@/components/requests/accepting-form';
import { EditHistory } from '@/components/requests/edit-history';
import { LiveRequest } from '@/components/requests/live-request';
import { OwnText } from '@/components/requests/own-text';
import { AnswerRow } from '@/components/responses/answer-row';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Lamp } from '@/components/ui/lamp';
import { readViewer, requirePerson } from '@/lib/auth/viewer';
import { readId, showId } from '@/lib/core/id';
import { appNow } from '@/lib/db/clock';
import { env } from '@/lib/env';
import { requestOf } from '@/lib/requests/queries';
import { REQUEST } from '@/lib/requests/rules';
import { type Answer, answersOf } from '@/lib/responses/queries';

type RequestProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (shown: string) => {
  const id = readId(shown);
  const viewer = await readViewer();
  // The title stands in the head of the page, which a suspended person gets as well.
  return id && !(viewer.kind === 'person' && viewer.suspended) ? requestOf(viewer, id) : null;
});

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  const request = await load((await params).id);
  return { title: request?.title ?? 'Request' };
}

function answersInWords(answers: readonly Answer[]): string {
  const unread = answers.filter((answer) => answer.unread).length;
  return `${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}${unread ? `, ${unread} unread` : ''}`;
}

/** A request with its answers, as its customer sees it. */
export default async function RequestPage({ params, searchParams }: RequestProps) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}`);
  const request = await load(shown);
  if (!request) notFound();
  const now = await appNow();
  const answers = await answersOf(viewer, request.id, now);
  const { word, lamp } = REQUEST.words[request.status];
  const posted = (await searchParams).posted === 'yes';
  const first = answers.find((answer) => answer.status === 'open');
  return (
    <Page>
      <LiveRequest requestId={request.id} realtimeUrl={env.REALTIME_URL} />
      <PageHeader
        className="mb-3"
        title={<span className="wrap-anywhere">{request.title}</span>}
        lamp={<Lamp tone={lamp}>{word}</Lamp>}
        crumbs={[{ label: 'Requests', href: '/requests' }]}
      />
      {posted ? (
        <Callout tone="go" role="status" title="Your request is posted." className="mb-4">
          Certified experts can read it now. It can take a few minutes to a few days for one to respond. When
          one does, you get an e-mail at {request.contactEmail}, and the answer appears here.
        </Callout>
      ) : null}
      <section aria-labelledby="answers" className="mb-6 grid gap-2.5 sm:gap-4">
        {/* On a phone the count comes before the switch, so that three answers fit below. */}
        <h2 id="answers" className="text-lg sm:order-2">
          {answers.length ? answersInWords(answers) : 'Answers'}
        </h2>
        <AcceptingForm requestId={request.id} status={request.status} />
        {answers.length ? (
          <ul className="rounded-lg border border-line bg-surface shadow-md sm:order-3">
            {answers.map((answer) => (
              <AnswerRow key={answer.id} answer={answer} now={now} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No answers yet" className="sm:order-3">
            {request.status === 'accepting'
              ? 'Experts usually need a few minutes to a few days, and you get an e-mail when one has responded. A title that names the service, and a word on what you have tried, help them.'
              : 'This request is not accepting responses, so experts do not find it. Turn the switch on to get answers.'}
          </EmptyState>
        )}
      </section>

      <Card
        title="What you asked for"
        level={2}
        className="mb-4"
        aside={
          <ButtonLink href={`/requests/${showId(request.id)}/edit`} size="sm" variant="quiet">
            <Pencil aria-hidden="true" className="size-3.5" />
            Edit
          </ButtonLink>
        }
      >
        <OwnText request={request} timeZone={viewer.timeZone} now={now} />
      </Card>
      <EditHistory edits={request.edits} timeZone={viewer.timeZone} now={now} />

      {first ? (
        <BottomBar className="mt-4 sm:hidden">
          <ButtonLink href={`/conversations/${showId(first.id)}`} variant="primary" size="lg">
            Message {first.expertName}
          </ButtonLink>
        </BottomBar>
      ) : null}
    </Page>
  );
}
