import type { Metadata } from 'next';
import { ConversationList } from '@/components/chat/conversation-list';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requirePerson } from '@/lib/auth/viewer';
import { conversationsOf } from '@/lib/chat/queries';
import { appNow } from '@/lib/db/clock';

export const metadata: Metadata = { title: 'Conversations' };

export default async function ConversationsPage() {
  const viewer = await requirePerson('/conversations');
  const [conversations, now] = await Promise.all([conversationsOf(viewer), appNow()]);
  return (
    <Page width="narrow">
      <PageHeader title="Conversations" note="One for each answer to a request, the latest first." />
      {conversations.length ? (
        <ConversationList conversations={conversations} timeZone={viewer.timeZone} now={now} />
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
          A conversation opens when an expert answers a request.
        </EmptyState>
      )}
    </Page>
  );
}
