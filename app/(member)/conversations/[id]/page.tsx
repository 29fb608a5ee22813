import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessPanel } from '@/components/access/grants/panel';
import { MissingRight } from '@/components/identity/members/missing-right';
import { ExpertCard, RequestCard } from '@/components/job/conversations/about';
import { AskForProposal } from '@/components/job/conversations/ask-for-proposal';
import { JobHeader } from '@/components/job/conversations/job-header';
import { JobTurn } from '@/components/job/conversations/job-turn';
import { LiveList } from '@/components/job/conversations/live-list';
import { ChatRoom } from '@/components/job/conversations/room';
import { Composer } from '@/components/job/messages/composer';
import { MessageList } from '@/components/job/messages/message-list';
import { ProposalPanel } from '@/components/job/proposals/panel';
import { AgreedLink, JobPanes } from '@/components/layout/job-panes';
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
import { isAgreed, isCompleted } from '@/lib/job/proposals/lifecycle';
import { proposalsOf } from '@/lib/job/proposals/queries';
import { photoPath } from '@/lib/market/photos/rules';
import { recordsOf } from '@/lib/market/profiles/queries';
import { isStanding } from '@/lib/market/responses/lifecycle';
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

  const { expert } = conversation.response;
  const ofCustomer = conversation.side === 'customer';
  const [messages, others, proposals, payments, access, review, refusal, now, draft, record] =
    await Promise.all([
      messagesOf(viewer, conversation.id, before === undefined ? {} : { before }),
      conversationsOf(viewer, {
        ...(ofCustomer ? { requestId: conversation.requestId } : {}),
        also: conversation.id,
      }),
      proposalsOf(viewer, conversation.id),
      paymentsOf(viewer, conversation.id),
      accessOf(viewer, conversation.id),
      reviewOf(viewer, conversation.id),
      refusalToWrite(viewer, conversation),
      appNow(),
      draftIn(viewer, conversation.id, 'message'),
      ofCustomer ? recordsOf([expert.id]).then((of) => of.get(expert.id) ?? null) : null,
    ]);
  const turns = [...proposals.turns, ...payments.turns, ...(access?.turns ?? []), ...review.turns];
  const panel = { viewer, conversationId: conversation.id };
  const missing = missingRight(viewer, 'chat', conversation.companyId);
  const strip = [proposals.strip, access?.strip].filter(Boolean).join(' · ') || 'Request and expert';
  const mine = turns.filter(({ side }) => side === conversation.side);
  const closed = !isStanding(conversation.response.status) || conversation.standing.settled === 'another';
  const agreed = proposals.proposals.some(({ status }) => isAgreed(status));
  const photo = photoPath(expert.person.photo?.hash);

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
        turn={
          <JobTurn
            conversation={conversation}
            proposals={proposals}
            access={access}
            reviews={review}
            turns={turns}
            more={<AgreedLink>{strip}</AgreedLink>}
          />
        }
        list={
          <>
            <LiveList conversations={others.rows} timeZone={viewer.timeZone} now={now} />
            {others.next ? (
              <Link href={`/conversations?from=${others.next}`} className="link block p-2.5 text-sm">
                More conversations
              </Link>
            ) : null}
          </>
        }
        header={<JobHeader conversation={conversation} timeZone={viewer.timeZone} now={now} />}
        agreed={
          <>
            <PaymentPanel data={payments} {...panel} />
            <ProposalPanel data={closed ? { ...proposals, mayPropose: false } : proposals} {...panel} />
            <AccessPanel data={access} {...panel} />
            <ReviewPanel data={review} {...panel} />
            {ofCustomer && !closed && refusal === null && proposals.proposals.length === 0 ? (
              <AskForProposal clientId={crypto.randomUUID()} />
            ) : null}
            {record ? (
              <ExpertCard
                conversation={conversation}
                record={record}
                now={now}
                done={proposals.proposals.some(({ status }) => isCompleted(status))}
              />
            ) : null}
            <RequestCard
              conversation={conversation}
              timeZone={viewer.timeZone}
              now={now}
              mayChoose={ofCustomer && !closed && !agreed && conversation.standing.settled === null}
            />
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
        <MessageList
          timeZone={viewer.timeZone}
          lastSeq={conversation.lastSeq}
          waiting={mine.flatMap(({ action }) => action?.href ?? [])}
          faces={photo ? { [expert.person.id]: photo } : {}}
        />
      </JobPanes>
    </ChatRoom>
  );
}
