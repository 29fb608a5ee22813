import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { NotYet } from '@/components/responses/not-yet';
import { WorkCard } from '@/components/responses/work-card';
import { Button, ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Pagination } from '@/components/ui/pagination';
import { requirePerson } from '@/lib/auth/viewer';
import { appNow } from '@/lib/db/clock';
import { footingOf, openRequestsOf } from '@/lib/responses/work-queries';

export const metadata: Metadata = { title: 'Open requests' };

type WorkProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Open requests for experts. What is looked for and where one stands are in the address. */
export default async function WorkPage({ searchParams }: WorkProps) {
  const viewer = await requirePerson('/work');
  const { q, from } = await searchParams;
  const text = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  const cursor = typeof from === 'string' ? from : undefined;
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  if (!footing) {
    return (
      <Page>
        <PageHeader title="Open requests" />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const page = await openRequestsOf(viewer, footing, { text, cursor });
  const here = (at?: string) => {
    const state = new URLSearchParams({
      ...(text ? { q: text } : {}),
      ...(at ? { from: at } : {}),
    }).toString();
    return state ? `/work?${state}` : '/work';
  };
  return (
    <Page className="max-w-[54rem]">
      <PageHeader
        title="Open requests"
        note="Newest first. A preferred location is a wish: anyone may respond."
      />
      {footing.refusal ? <NotYet refusal={footing.refusal} className="mb-4" /> : null}
      <search className="mb-4">
        <form action="/work" className="flex gap-2">
          <Input
            id="work-q"
            type="search"
            name="q"
            defaultValue={text}
            aria-label={footing.refusal ? 'Words in the title' : 'Words in the request'}
            placeholder="For example: lambda cost"
            required={false}
          />
          <Button type="submit">Search</Button>
          {text ? (
            <ButtonLink href="/work" variant="quiet">
              Clear
            </ButtonLink>
          ) : null}
        </form>
      </search>
      {page.rows.length === 0 ? (
        <EmptyState
          title={
            text
              ? 'No open request has these words'
              : cursor
                ? 'No older requests'
                : 'No open requests right now'
          }
          action={text || cursor ? <ButtonLink href="/work">Show all open requests</ButtonLink> : null}
        >
          {text
            ? 'Try fewer or other words. Put a phrase in quotation marks; a minus before a word leaves it out.'
            : 'New requests appear here as soon as they are posted.'}
        </EmptyState>
      ) : (
        <ul aria-label="Open requests" className="grid gap-2.5">
          {page.rows.map((request) => (
            <li key={request.id}>
              <WorkCard
                request={request}
                mayRespond={!footing.refusal}
                timeZone={viewer.timeZone}
                now={now}
              />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label="Open requests"
        previous={cursor ? here() : null}
        next={page.next ? here(page.next) : null}
      />
    </Page>
  );
}
