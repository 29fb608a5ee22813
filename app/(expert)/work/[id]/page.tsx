import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Glimpse } from '@/components/responses/glimpse';
import { MyResponse } from '@/components/responses/my-response';
import { NotYet } from '@/components/responses/not-yet';
import { RespondForm } from '@/components/responses/respond-form';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Tag } from '@/components/ui/tag';
import { requirePerson } from '@/lib/auth/viewer';
import { readId } from '@/lib/core/id';
import { appNow } from '@/lib/db/clock';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/requests/schema';
import { glimpseOf } from '@/lib/responses/queries-glimpse';
import { workItemOf } from '@/lib/responses/queries-item';
import { footingOf } from '@/lib/responses/work-queries';

export const metadata: Metadata = { title: 'Open request' };

/** One request, as an expert reads and answers it. */
export default async function WorkItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/work/${shown}`);
  const id = readId(shown);
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  const item = id && footing ? await workItemOf(viewer, footing, id) : null;
  const here = `/work/${shown}`;
  const glimpse = id && !footing ? await glimpseOf(viewer, id) : null;
  if (glimpse) return <Glimpse request={glimpse} here={here} timeZone={viewer.timeZone} now={now} />;
  if (!item || !footing) notFound();
  const { timeZone } = viewer;
  const answers = `${item.responseCount} ${item.responseCount === 1 ? 'response' : 'responses'}`;
  return (
    <Page width="narrow">
      <PageHeader
        title={<span className="wrap-anywhere">{item.title}</span>}
        crumbs={[{ label: 'Open requests', href: '/work' }]}
        note={
          <>
            {item.contactName ? <span className="wrap-anywhere">{item.contactName}, </span> : null}
            <Instant at={item.createdAt} timeZone={timeZone} now={now} show="ago" />
            {item.editedAt ? (
              <>
                , edited <Instant at={item.editedAt} timeZone={timeZone} now={now} show="ago" />
              </>
            ) : null}
            {` · ${answers}`}
          </>
        }
      />
      <div className="grid gap-5">
        <ul aria-label="Wishes" className="flex flex-wrap gap-1.5">
          <li>
            <Tag>Budget {BUDGET_LABELS[item.budget]}</Tag>
          </li>
          <li>
            <Tag>
              {item.location === 'anywhere'
                ? 'Experts from anywhere'
                : `Prefers experts from ${LOCATION_LABELS[item.location]}`}
            </Tag>
          </li>
        </ul>
        {item.description ? (
          <Card>
            <p className="whitespace-pre-wrap wrap-anywhere">{item.description}</p>
          </Card>
        ) : null}
        {item.mine ? <MyResponse response={item.mine} timeZone={timeZone} now={now} /> : null}
        {item.mine ? null : footing.refusal ? (
          <NotYet refusal={footing.refusal} next={here} />
        ) : item.refusal ? (
          <Callout tone="ended" title="You cannot respond to this request">
            {item.refusal.message}
          </Callout>
        ) : (
          <RespondForm
            requestId={item.id}
            companyId={footing.companyId}
            companyName={footing.companyName}
            contactName={item.contactName ?? 'The customer'}
          />
        )}
      </div>
    </Page>
  );
}
