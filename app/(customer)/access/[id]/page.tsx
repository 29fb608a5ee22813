import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActivityList } from '@/components/access/activity/activity';
import { EndedAccess, HowItEnded } from '@/components/access/grants/ended';
import { GrantFacts, LiveAccess } from '@/components/access/grants/live';
import { LivePage } from '@/components/access/grants/live-page';
import { AccessLamp } from '@/components/access/grants/state';
import { DecideAccess } from '@/components/access/permission-requests/decide';
import { LevelMeaning, LevelShare, Residual } from '@/components/access/permission-requests/meaning';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { TwoPanes } from '@/components/layout/two-panes';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { activityOf } from '@/lib/access/activity/queries';
import { isOpen } from '@/lib/access/grants/lifecycle';
import { type AccessView, accessById } from '@/lib/access/page/queries';
import { isAsked, isDeclined } from '@/lib/access/permission-requests/lifecycle';
import { readId, showId } from '@/lib/core/id';
import { mayProceed } from '@/lib/core/step-up';
import { type Missing, missingRight } from '@/lib/identity/members/rules';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Access' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

/** One access at one address: decide, live, ended. For the customer and for the expert's company. */
export default async function AccessPage({ params, searchParams }: Props) {
  const [{ id: shownId }, { after }] = await Promise.all([params, searchParams]);
  const viewer = await requirePerson(`/access/${shownId}`);
  const id = readId(shownId);
  const access = id ? await accessById(viewer, id) : null;
  if (!access) notFound();
  const { grant, side, now } = access;
  const { timeZone } = viewer;
  const older = typeof after === 'string' ? after : undefined;
  const activity = grant?.activeAt ? await activityOf(viewer, grant.id, older) : null;
  const open = grant !== null && isOpen(grant.status);
  return (
    <Page width="wide">
      <LivePage realtimeUrl={env.REALTIME_URL} conversationId={access.conversationId} />
      <PageHeader
        title={titleOf(access)}
        lamp={<AccessLamp {...access} mine={access.may.accept} />}
        crumbs={[
          side === 'customer'
            ? { label: 'Access', href: '/access' }
            : { label: 'Access to customers', href: '/grants' },
          { label: access.title, href: `/conversations/${showId(access.conversationId)}` },
        ]}
        note={
          <>
            <bdi>{access.expert}</bdi> from <bdi>{access.company}</bdi>, requested{' '}
            <Instant at={access.requestedAt} timeZone={timeZone} now={now} />
          </>
        }
      />
      {grant && !open ? <HowItEnded access={access} grant={grant} timeZone={timeZone} /> : null}
      <TwoPanes
        sideLabel="About this access"
        side={
          grant ? (
            <>
              <Card title="Details">
                <GrantFacts access={access} grant={grant} timeZone={timeZone} />
              </Card>
              <Card title="Why">
                <Reason access={access} />
              </Card>
            </>
          ) : (
            <Decision
              access={access}
              timeZone={timeZone}
              missing={missingRight(viewer, 'grant', access.customerId)}
            />
          )
        }
      >
        {grant ? (
          open ? (
            <LiveAccess
              access={access}
              grant={grant}
              timeZone={timeZone}
              confirm={mayProceed(viewer, 'access')?.confirm ?? null}
            />
          ) : (
            <EndedAccess access={access} grant={grant} timeZone={timeZone} />
          )
        ) : (
          <Meaning access={access} />
        )}
        {activity ? (
          <ActivityList
            activity={activity}
            timeZone={timeZone}
            now={now}
            expert={access.expert}
            href={`/access/${showId(access.id)}`}
            older={older !== undefined}
          />
        ) : null}
        {grant && open ? (
          <Details summary={`What ${access.level} means`} frame>
            <LevelMeaning level={access.level} name={access.expert} />
          </Details>
        ) : null}
      </TwoPanes>
    </Page>
  );
}

function titleOf({ status, expert, level, grant }: AccessView): string {
  if (isAsked(status)) return `${expert} requests ${level}`;
  return grant ? `${level} for ${expert}` : `${expert} requested ${level}`;
}

/** The expert's own words: shown as text. */
function Reason({ access }: { access: AccessView }) {
  return (
    <blockquote dir="auto" className="text-sm whitespace-pre-wrap">
      {access.reason}
    </blockquote>
  );
}

function Meaning({ access }: { access: AccessView }) {
  return (
    <>
      <Card title="Why" level={2}>
        <Reason access={access} />
      </Card>
      <Card title="What this level means" level={2}>
        <div className="grid gap-4">
          <LevelShare level={access.level} />
          <LevelMeaning level={access.level} name={access.expert} />
        </div>
      </Card>
      <Card title="What can't be prevented" level={2}>
        <p className="mb-2 text-sm text-muted">Ending access later doesn't undo this:</p>
        <Residual level={access.level} />
      </Card>
    </>
  );
}

type DecisionProps = { access: AccessView; timeZone: string; missing: Missing | null };

function Decision({ access, timeZone, missing }: DecisionProps) {
  if (isAsked(access.status)) return <DecideAccess access={access} missing={missing} />;
  return (
    <Card title={isDeclined(access.status) ? 'Declined' : 'Withdrawn'}>
      <p className="text-sm text-muted">
        {access.decidedAt ? <Instant at={access.decidedAt} timeZone={timeZone} now={access.now} /> : null}
      </p>
      {access.declineReason ? (
        <blockquote dir="auto" className="mt-2 text-sm whitespace-pre-wrap">
          {access.declineReason}
        </blockquote>
      ) : null}
    </Card>
  );
}
