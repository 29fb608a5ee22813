import { Columns3, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BottomBar } from '@/components/layout/bottom-bar';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Unanswered } from '@/components/market/advice/unanswered';
import { ExpertsSee } from '@/components/market/open-requests/experts-see';
import { AcceptingForm } from '@/components/market/requests/accepting-form';
import { EditHistory } from '@/components/market/requests/edit-history';
import { LiveRequest } from '@/components/market/requests/live-request';
import { OwnText } from '@/components/market/requests/own-text';
import { Reach } from '@/components/market/requests/reach';
import { RequestState } from '@/components/market/requests/request-state';
import { ArchiveForm } from '@/components/market/responses/answer-actions';
import { Answers } from '@/components/market/responses/answers';
import { answersInWords, sorted } from '@/components/market/responses/sorted';
import { SettledNote } from '@/components/market/settling/settled-note';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { readId, showId } from '@/lib/core/id';
import { answersOf } from '@/lib/job/answers/queries';
import { isInForce } from '@/lib/job/proposals/lifecycle';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import { requestOf } from '@/lib/market/requests/queries';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { readViewer, requirePerson } from '@/lib/platform/session/viewer';

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

/** A request with its answers, as its customer sees it. */
export default async function RequestPage({ params, searchParams }: RequestProps) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}`);
  const request = await load(shown);
  if (!request) notFound();
  const now = await appNow();
  const answers = await answersOf(viewer, request.id, now);
  const { posted, settled, archived } = await searchParams;
  const { standing } = sorted(answers);
  const [first] = standing;
  const here = `/requests/${showId(request.id)}`;
  const compare = standing.length > 1 ? `${here}/compare` : null;
  const agreed = request.settledAt ? null : standing.find(({ proposal }) => isInForce(proposal?.status));
  const gone = answers.find(
    (one) => one.archived && typeof archived === 'string' && one.id === readId(archived),
  );
  return (
    <Page>
      <LiveRequest requestId={request.id} realtimeUrl={env.REALTIME_URL} />
      <PageHeader
        className="mb-3"
        title={
          <span>
            <bdi>{request.title}</bdi>
          </span>
        }
        lamp={<RequestState request={request} />}
        crumbs={[{ label: 'Requests', href: '/requests' }]}
      />
      {posted === 'yes' ? (
        <>
          <Callout
            tone="go"
            role="status"
            title={request.audience === 'everyone' ? 'Your request is posted.' : 'Your request is sent.'}
            className="mb-4"
          >
            {request.audience === 'everyone'
              ? `Certified experts can read it now. A response can take a few minutes to a few days. When one comes, we email you at ${request.contactEmail}, and you can read it here.`
              : `The conversation is open, so you can write now. We email you when ${request.toCompany ?? 'the company'} writes.`}
          </Callout>
          {request.audience === 'everyone' ? (
            <ExpertsSee request={request} timeZone={viewer.timeZone} now={now} />
          ) : null}
        </>
      ) : null}
      {gone ? (
        <Callout
          role="status"
          className="mb-4"
          title={`${gone.expertName}’s response is archived`}
          action={<ArchiveForm answer={gone} undo />}
        >
          You’ll find it below the others. We don’t tell <bdi>{gone.expertName}</bdi>.
        </Callout>
      ) : null}
      {agreed ? (
        <Callout
          tone="turn"
          className="mb-4"
          title={`You accepted ${agreed.expertName}’s proposal`}
          action={
            <ButtonLink href={`${here}/choose?answer=${showId(agreed.id)}`} size="sm" variant="primary">
              {standing.length > 1 ? 'Close request and notify the other experts' : 'Close request'}
            </ButtonLink>
          }
        >
          Is that all you need for this request? Close it and tell the other experts in one step.
        </Callout>
      ) : null}
      <SettledNote
        answers={answers}
        request={request}
        timeZone={viewer.timeZone}
        now={now}
        fresh={settled === 'yes'}
      />
      <Unanswered request={request} className="mb-4" />
      <section aria-labelledby="answers" className="mb-6 grid gap-2.5 sm:gap-3">
        {/* On a phone the count comes before the switch, so that three answers fit below. */}
        <div className="flex flex-wrap items-center justify-between gap-2 sm:order-2">
          <h2 id="answers" className="text-lg">
            {answers.length ? answersInWords(answers) : 'Responses'}
          </h2>
          {compare ? (
            <ButtonLink href={compare} size="sm" className="max-sm:hidden">
              <Columns3 aria-hidden="true" className="size-3.5" />
              Compare
            </ButtonLink>
          ) : null}
        </div>
        <AcceptingForm requestId={request.id} status={request.status} />
        {answers.length ? (
          <Answers
            answers={answers}
            requestId={request.id}
            now={now}
            chosenId={request.chosenId}
            className="sm:order-3"
          />
        ) : (
          <EmptyState title="No responses yet" className="sm:order-3">
            {isAccepting(request.status)
              ? 'Experts usually need a few minutes to a few days. We email you when one responds. It helps to name the service in the title and say what you’ve tried.'
              : 'This request isn’t accepting responses, so experts can’t find it. Turn the switch on to get responses.'}
          </EmptyState>
        )}
      </section>

      <Card
        title="What you asked for"
        level={2}
        className="mb-4"
        aside={
          <ButtonLink href={`${here}/edit`} size="sm" variant="quiet">
            <Pencil aria-hidden="true" className="size-3.5" />
            Edit
          </ButtonLink>
        }
      >
        <OwnText request={request} timeZone={viewer.timeZone} now={now} />
      </Card>
      <div className="mb-4">
        <Reach request={request} />
      </div>
      <EditHistory edits={request.edits} current={request} timeZone={viewer.timeZone} now={now} />

      {first ? (
        <BottomBar className="mt-4 sm:hidden">
          {compare ? (
            <ButtonLink href={compare} size="lg">
              Compare
            </ButtonLink>
          ) : null}
          <ButtonLink href={`/conversations/${showId(first.id)}`} variant="primary" size="lg">
            {compare ? 'Message' : `Message ${first.expertName}`}
            {compare ? (
              <span className="sr-only">
                {' '}
                <bdi>{first.expertName}</bdi>
              </span>
            ) : null}
          </ButtonLink>
        </BottomBar>
      ) : null}
    </Page>
  );
}
