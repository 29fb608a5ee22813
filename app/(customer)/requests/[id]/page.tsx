import { Columns3, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Unanswered } from '@/components/market/advice/unanswered';
import { Answers } from '@/components/market/answers/answers';
import { AnswersBar } from '@/components/market/answers/answers-bar';
import { ArchiveForm } from '@/components/market/answers/archive-form';
import { answersInWords, sorted } from '@/components/market/answers/sorted';
import { ExpertsSee } from '@/components/market/open-requests/experts-see';
import { AcceptingForm } from '@/components/market/requests/accepting-form';
import { EditHistory } from '@/components/market/requests/edit-history';
import { LiveRequest } from '@/components/market/requests/live-request';
import { OwnText } from '@/components/market/requests/own-text';
import { OpenToAll, readersInWords } from '@/components/market/requests/reach';
import { RequestState } from '@/components/market/requests/request-state';
import { SettledNote } from '@/components/market/settling/settled-note';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { readId, showId } from '@/lib/core/id';
import { answersOf } from '@/lib/job/answers/queries';
import { isInForce, isUnanswered } from '@/lib/job/proposals/lifecycle';
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

/** A request with its answers, as its customer sees it. One of them stands open in the list where the address names it. */
export default async function RequestPage({ params, searchParams }: RequestProps) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}`);
  const request = await load(shown);
  if (!request) notFound();
  const now = await appNow();
  const answers = await answersOf(viewer, request.id, now);
  const { posted, settled, archived, response } = await searchParams;
  const { standing } = sorted(answers);
  const here = `/requests/${showId(request.id)}`;
  const compare = standing.length > 1 ? `${here}/compare` : null;
  const named = (value: unknown) => (typeof value === 'string' ? readId(value) : null);
  const opened = answers.find(({ id }) => id === named(response)) ?? null;
  const gone = answers.find((one) => one.archived && one.id === named(archived));
  const agreed = request.settledAt ? null : standing.find(({ proposal }) => isInForce(proposal?.status));
  const waiting = standing.find(({ proposal }) => isUnanswered(proposal?.status));
  const open = request.audience === 'everyone';
  const company = request.toCompany ?? answers[0]?.company.name ?? null;
  return (
    <Page width="wide">
      <LiveRequest
        requestId={request.id}
        realtimeUrl={env.REALTIME_URL}
        reading={opened?.unread && opened.text ? opened.id : null}
      />
      <PageHeader
        className="mb-3"
        title={
          <span>
            <bdi>{request.title}</bdi>
          </span>
        }
        lamp={<RequestState request={request} />}
        crumbs={[{ label: 'Requests', href: '/requests' }]}
        note={open ? null : readersInWords(request, company)}
      />
      {posted === 'yes' ? (
        <>
          <Callout
            tone="go"
            role="status"
            title={open ? 'Your request is posted.' : 'Your request is sent.'}
            className="mb-4"
          >
            {open
              ? `Certified experts can read it now. A response can take a few minutes to a few days. When one comes, we email you at ${request.contactEmail}, and you can read it here.`
              : `The conversation is open, so you can write now. We email you when ${company ?? 'the company'} writes.`}
          </Callout>
          {open ? <ExpertsSee request={request} timeZone={viewer.timeZone} now={now} /> : null}
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
      <section aria-labelledby="answers" className="mb-8 grid gap-3">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h2 id="answers" className="mr-auto text-base">
            {answers.length ? answersInWords(answers) : 'Responses'}
            {waiting ? (
              <span className="font-normal text-muted">
                {' '}
                · <bdi>{waiting.expertName}</bdi>’s proposal is waiting for you
              </span>
            ) : null}
          </h2>
          {open ? <AcceptingForm request={request} /> : null}
          {compare ? (
            <ButtonLink href={compare} size="sm" className="max-sm:hidden">
              <Columns3 aria-hidden="true" className="size-3.5" />
              Compare
            </ButtonLink>
          ) : null}
        </div>
        {answers.length ? (
          <Answers
            answers={answers}
            requestId={request.id}
            timeZone={viewer.timeZone}
            now={now}
            chosenId={request.chosenId}
            openedId={opened?.id ?? null}
          />
        ) : (
          <EmptyState title="No responses yet">
            {!open || isAccepting(request.status)
              ? 'Experts usually need a few minutes to a few days. We email you when one responds. It helps to name the service in the title and say what you’ve tried.'
              : 'This request isn’t accepting responses, so experts can’t find it. Turn the switch on to get responses.'}
          </EmptyState>
        )}
      </section>

      <section aria-labelledby="asked" className="mb-6 grid gap-3 border-t border-line pt-5">
        <div className="flex items-center justify-between gap-3">
          <h2 id="asked" className="text-lg">
            What you asked for
          </h2>
          <ButtonLink href={`${here}/edit`} size="sm" variant="quiet">
            <Pencil aria-hidden="true" className="size-3.5" />
            Edit
          </ButtonLink>
        </div>
        <OwnText request={request} company={company} timeZone={viewer.timeZone} now={now} />
        <OpenToAll request={request} />
      </section>
      <EditHistory edits={request.edits} current={request} timeZone={viewer.timeZone} now={now} />
      <AnswersBar opened={opened} waiting={waiting ?? null} first={standing[0] ?? null} compare={compare} />
    </Page>
  );
}
