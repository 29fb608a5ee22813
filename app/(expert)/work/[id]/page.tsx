import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Glimpse } from '@/components/market/open-requests/glimpse';
import { EditHistory } from '@/components/market/requests/edit-history';
import { LiveRequest } from '@/components/market/requests/live-request';
import { Seen } from '@/components/market/requests/seen';
import { HeldAnswer } from '@/components/market/responses/held-answer';
import { MyResponse } from '@/components/market/responses/my-response';
import { NotYet } from '@/components/market/responses/not-yet';
import { RespondForm } from '@/components/market/responses/respond-form';
import { Wishes } from '@/components/market/responses/wishes';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { readId } from '@/lib/core/id';
import { footingOf } from '@/lib/market/footing/queries';
import { glimpseOf, requestForExpert } from '@/lib/market/responses/queries';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Open request' };

/** One request, as an expert reads and answers it. It stays as it is while they write, and says so when it closes. */
export default async function RequestForExpertPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/work/${shown}`);
  const id = readId(shown);
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  const item = id && footing ? await requestForExpert(viewer, footing, id) : null;
  const here = `/work/${shown}`;
  const glimpse = id && !footing ? await glimpseOf(viewer, id) : null;
  if (glimpse) return <Glimpse request={glimpse} here={here} timeZone={viewer.timeZone} now={now} />;
  if (!item || !footing) notFound();
  const { timeZone } = viewer;
  const { mine, draft } = item;
  const contactName = item.contactName ?? 'The customer';
  const answers = `${item.responseCount} ${item.responseCount === 1 ? 'response' : 'responses'}`;
  const mayWrite = !mine && (footing.refusal === null || footing.mayHold);
  const closed = item.closed?.message ?? null;
  return (
    <Page width="narrow">
      <LiveRequest requestId={item.id} realtimeUrl={env.REALTIME_URL} />
      <PageHeader
        title={<bdi>{item.title}</bdi>}
        lamp={
          <>
            {item.private ? <Lamp tone="ended">Private: only your company sees it</Lamp> : null}
            {item.settled && !mine ? <Lamp tone="ended">Closed: another expert was chosen</Lamp> : null}
          </>
        }
        crumbs={[{ label: 'Open requests', href: '/work' }]}
        note={
          <>
            {item.contactName ? (
              <span className="wrap-anywhere">
                <bdi>{item.contactName}</bdi>,{' '}
              </span>
            ) : null}
            <Instant at={item.createdAt} timeZone={timeZone} now={now} show="ago" />
            {item.editedAt ? (
              <>
                ,{' '}
                {item.edits.length ? (
                  <a href="#history" className="link">
                    edited <Instant at={item.editedAt} timeZone={timeZone} now={now} show="ago" />
                  </a>
                ) : (
                  <>
                    edited <Instant at={item.editedAt} timeZone={timeZone} now={now} show="ago" />
                  </>
                )}
              </>
            ) : null}
            {` · ${answers}`}
          </>
        }
      />
      {footing.refusal ? null : <Seen requestId={item.id} companyId={footing.companyId} />}
      <div className="grid gap-5">
        <Wishes request={item} />
        {item.description ? (
          <Card>
            <p dir="auto" className="whitespace-pre-wrap">
              {item.description}
            </p>
          </Card>
        ) : null}
        {mine ? (
          <MyResponse
            response={mine}
            settled={item.settled}
            contactName={contactName}
            timeZone={timeZone}
            now={now}
          />
        ) : null}
        {mine && draft ? (
          <Details frame summary="Your unsent draft">
            <p dir="auto" className="whitespace-pre-wrap">
              {draft.text}
            </p>
          </Details>
        ) : null}
        {!mine && footing.refusal ? (
          <NotYet refusal={footing.refusal} next={here} holds={footing.mayHold} />
        ) : null}
        {!mine && draft?.held ? (
          <HeldAnswer requestId={item.id} draft={draft} closed={closed} timeZone={timeZone} now={now} />
        ) : mayWrite ? (
          <RespondForm
            requestId={item.id}
            companyId={footing.companyId}
            companyName={footing.companyName}
            contactName={contactName}
            draft={draft}
            timeZone={timeZone}
            limit={RESPONSE_TEXT.max}
            closed={closed}
            holds={footing.mayHold}
          />
        ) : !mine && closed ? (
          <Callout tone="ended" title="This request isn’t taking responses">
            {closed}
          </Callout>
        ) : null}
        <EditHistory
          id="history"
          edits={item.edits.map((edit) => ({ ...edit, by: contactName }))}
          current={{ ...item, description: item.description ?? '' }}
          timeZone={timeZone}
          now={now}
        />
      </div>
    </Page>
  );
}
