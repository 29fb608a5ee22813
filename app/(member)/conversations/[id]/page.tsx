import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessPanel } from '@/components/access/grants/panel';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Composer } from '@/components/job/conversations/composer';
import { ConversationList } from '@/components/job/conversations/conversation-list';
import { JobHeader } from '@/components/job/conversations/job-header';
import { JobTurn } from '@/components/job/conversations/job-turn';
import { MessageList } from '@/components/job/conversations/message-list';
import { ChatRoom } from '@/components/job/conversations/room';
import { ProposalPanel } from '@/components/job/proposals/panel';
import { JobPanes } from '@/components/layout/job-panes';
import { PaymentPanel } from '@/components/money/payments/panel';
import { ReviewPanel } from '@/components/trust/reviews/panel';
import { Link } from '@/components/ui/link';
import { accessOf } from '@/lib/access/overview/queries';
import { readId } from '@/lib/core/id';
import { missingRight } from '@/lib/identity/members/rules';
import { conversationOf, conversationsOf } from '@/lib/job/conversations/queries';
import { draftIn } from '@/lib/job/drafts/queries';
import { messagesOf, refusalToWrite } from '@/lib/job/messages/queries';
import { BeforeLink } from '@/lib/job/messages/schema';
import { proposalsOf } from '@/lib/job/proposals/queries';
import { paymentsOf } from '@/lib/money/payment-requests/queries';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';
import { reviewOf } from '@/lib/trust/reviews/queries';

export const metadata: Metadata = { title: 'Conversation' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string | string[] }> };

/** The job, seen from both sides: talk in the middle, everything agreed on the right. */
export default async function ConversationPage({ params, searchParams }: Props) {
  const { id: shownId } = await params;
  const viewer = await requirePerson(`/conversations/${shownId}`);
  const id = readId(shownId);
  const conversation = id ? await conversationOf(viewer, id) : null;
  if (!conversation) notFound();
  const asked = BeforeLink.parse((await searchParams).before);
  // A position after the last message asks for nothing that the latest ones are not.
  const before = asked !== undefined && asked > 1 && asked <= conversation.lastSeq ? asked : undefined;

  const [messages, others, proposals, payments, access, review, refusal, now, draft] = await Promise.all([
    messagesOf(viewer, conversation.id, before === undefined ? {} : { before }),
    conversationsOf(viewer, {
      ...(conversation.side === 'customer' ? { requestId: conversation.requestId } : {}),
      also: conversation.id,
    }),
    proposalsOf(viewer, conversation.id),
    paymentsOf(viewer, conversation.id),
    accessOf(viewer, conversation.id),
    reviewOf(viewer, conversation.id),
    refusalToWrite(viewer, conversation),
    appNow(),
    draftIn(viewer, conversation.id, 'message'),
  ]);
  const turns = [...proposals.turns, ...payments.turns, ...(access?.turns ?? []), ...review.turns];
  const panel = { viewer, conversationId: conversation.id };
  const missing = missingRight(viewer, 'chat', conversation.companyId);

  return (
    <ChatRoom
      conversationId={conversation.id}
      viewerId={viewer.personId}
      messages={messages ?? []}
      readSeq={conversation.readSeq}
      realtimeUrl={env.REALTIME_URL}
      past={before !== undefined}
    >
      <JobPanes
        turn={<JobTurn turns={turns} conversation={conversation} />}
        list={
          <>
            <ConversationList
              conversations={others.rows}
              current={conversation.id}
              timeZone={viewer.timeZone}
              now={now}
            />
            {others.next ? (
              <Link href={`/conversations?from=${others.next}`} className="link block p-2.5 text-sm">
                More conversations
              </Link>
            ) : null}
          </>
        }
        header={<JobHeader conversation={conversation} timeZone={viewer.timeZone} now={now} />}
        strip={[proposals.strip, access?.strip].filter(Boolean).join(' · ') || 'Nothing agreed yet'}
        agreed={
          <>
            <PaymentPanel data={payments} {...panel} />
            <ProposalPanel data={proposals} {...panel} />
            <AccessPanel data={access} {...panel} />
            <ReviewPanel data={review} {...panel} />
          </>
        }
        composer={
          refusal === null ? (
            <Composer
              clientId={crypto.randomUUID()}
              draft={draft?.fields.body ?? ''}
              placeholder="Write a message"
            />
          ) : missing ? (
            <MissingRight missing={missing} to="write in this conversation" />
          ) : (
            <p className="text-sm text-muted">You can read this conversation. {refusal.message}</p>
          )
        }
      >
        <MessageList timeZone={viewer.timeZone} lastSeq={conversation.lastSeq} />
      </JobPanes>
    </ChatRoom>
  );
}
