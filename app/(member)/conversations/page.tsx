import type { Metadata } from 'next';
import { ConversationList } from '@/components/job/conversations/conversation-list';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { readCursor } from '@/lib/core/page';
import { archivedCount, conversationsOf } from '@/lib/job/conversations/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Conversations' };

type ConversationsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Everybody one talks with. What a customer has put aside is a list of its own. */
export default async function ConversationsPage({ searchParams }: ConversationsProps) {
  const viewer = await requirePerson('/conversations');
  const { show, from } = await searchParams;
  const archived = show === 'archived';
  const place = readCursor(typeof from === 'string' ? from : undefined);
  const list = archived ? '/conversations?show=archived' : '/conversations';
  const [conversations, aside, now] = await Promise.all([
    conversationsOf(viewer, { archived }, place),
    archivedCount(viewer),
    appNow(),
  ]);
  return (
    <Page width="narrow">
      <PageHeader title="Conversations" note="One for each response to a request, latest first." />
      {aside > 0 || archived ? (
        <Tabs
          label="Which conversations"
          className="mb-3"
          tabs={[
            { href: '/conversations', label: 'Current', current: !archived },
            {
              href: '/conversations?show=archived',
              label: 'Archived',
              current: archived,
              count: aside,
            },
          ]}
        />
      ) : null}
      {conversations.rows.length ? (
        <ConversationList conversations={conversations.rows} timeZone={viewer.timeZone} now={now} />
      ) : place ? (
        <EmptyState title="No more conversations" action={<ButtonLink href={list}>Back</ButtonLink>}>
          You have reached the end of the list.
        </EmptyState>
      ) : archived ? (
        <EmptyState
          title="No archived conversations"
          action={<ButtonLink href="/conversations">Back</ButtonLink>}
        >
          When you archive a response, its conversation moves here.
        </EmptyState>
      ) : (
        <EmptyState
          title="No conversations yet"
          action={
            viewer.companies.length ? (
              <ButtonLink href="/work">Find open requests</ButtonLink>
            ) : (
              <ButtonLink href="/requests">See your requests</ButtonLink>
            )
          }
        >
          A conversation opens when an expert responds to a request.
        </EmptyState>
      )}
      <Pagination
        label="Conversations"
        next={conversations.next ? `${list}${archived ? '&' : '?'}from=${conversations.next}` : null}
        nextLabel="More conversations"
        previous={place ? list : null}
        previousLabel="Latest"
      />
    </Page>
  );
}
