import { EndProof } from '@/components/access/grants/end-proof';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { LoadingState } from '@/components/layout/loading-state';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Mono } from '@/components/ui/code';
import { DescriptionList } from '@/components/ui/description-list';
import { Lamp } from '@/components/ui/lamp';
import { Meter } from '@/components/ui/meter';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { Section } from './section';

const at = (text: string) => new Date(`2026-11-23T${text}Z`);
const step = (kind: string, clock: string, detail: Record<string, unknown> = {}) => ({
  ...{ kind, round: 1, at: at(clock), detail },
});
const events = [
  {
    id: '1',
    event: 'lambda:UpdateFunctionConfiguration',
    risk: 'change',
    source: 'eu-west-1',
    time: '14:01:12',
  },
  { id: '2', event: 'logs:DeleteSubscriptionFilter', risk: 'delete', source: 'eu-west-1', time: '13:58:40' },
  { id: '3', event: 'lambda:ListFunctions', risk: 'read', source: 'eu-west-1', time: '13:55:02' },
];

export function Facts() {
  return (
    <>
      <Section title="Tabs, table, pages">
        <Tabs
          label="Requests"
          tabs={[
            { href: '/dev', label: 'Open', current: true, count: 3, countLabel: 'open with news' },
            { href: '/dev?view=closed', label: 'Closed', count: 12 },
            { href: '/dev?view=private', label: 'Direct requests' },
            { href: '/dev?view=drafts', label: 'Drafts' },
          ]}
        />
        <Table
          caption="Activity"
          rows={events}
          rowKey={(row) => row.id}
          columns={[
            { head: 'Event', main: true, cell: (row) => <Mono>{row.event}</Mono> },
            {
              head: 'Risk',
              cell: (row) => (
                <Lamp plain tone={row.risk === 'read' ? 'ended' : row.risk === 'change' ? 'wait' : 'stop'}>
                  {row.risk}
                </Lamp>
              ),
            },
            { head: 'Region', cell: (row) => row.source },
            {
              head: 'Time',
              align: 'right',
              cell: (row) => <span className="font-mono text-xs">{row.time}</span>,
            },
            { head: 'Actions', bare: true, align: 'right', cell: () => <Button size="sm">Details</Button> },
          ]}
        />
        <Pagination
          label="Activity"
          shown="1 to 3 of 47"
          previous="/dev?before=1"
          next="/dev?after=3"
          previousLabel="Newer"
          nextLabel="Older"
        />
      </Section>
      <Section title="Cards">
        <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          <Card
            level={3}
            title="Payment to approve"
            tone="wait"
            aside={<Lamp tone="wait">9 d 4 h left</Lamp>}
          >
            <div className="flex items-baseline justify-between gap-3">
              <span className="text-2xl font-semibold">$900.00</span>
              <span className="text-sm text-muted">milestone 2 of 2 · final</span>
            </div>
            <p className="mt-1 text-sm text-muted">
              Approved for you on 3 Dec, 12:40 if you do nothing. Approving ends the access and closes the
              proposal.
            </p>
            <div className="mt-3 flex flex-wrap gap-2">
              <Button variant="primary">Approve $900.00</Button>
              <Button>Decline</Button>
            </div>
          </Card>
          <Card level={3} title="Proposal" aside={<Lamp tone="go">Accepted</Lamp>}>
            <Meter
              label="Payments"
              whole={1800}
              parts={[
                { label: 'Paid', value: 900, tone: 'go', shown: '$900' },
                { label: 'Awaiting approval', value: 400, tone: 'wait', shown: '$400' },
                { label: 'Left', value: 500, tone: 'plain', shown: '$500' },
              ]}
            />
          </Card>
          <Card
            level={3}
            title="Access"
            aside={
              <Lamp tone="go" live>
                Active
              </Lamp>
            }
          >
            <DescriptionList
              items={[
                { term: 'level', value: 'PowerUserAccess' },
                { term: 'account', value: <Mono>1122 3344 5566</Mono> },
                { term: 'ends', value: 'final payment, or 24 Nov, 18:00' },
                { term: 'session', value: '1 open, since 11:58' },
              ]}
            />
            <div className="mt-3 flex flex-wrap gap-2">
              <ButtonLink href="/dev" size="sm">
                Activity · 47
              </ButtonLink>
              <Button variant="danger" size="sm">
                Revoke now
              </Button>
            </div>
          </Card>
        </div>
      </Section>
      <Section title="Decide, and the proof">
        <div className="grid gap-3 lg:grid-cols-2">
          <Card
            large
            level={3}
            title="Priya asks for PowerUserAccess"
            aside={<Lamp tone="turn">Your decision</Lamp>}
          >
            <Meter
              label="Actions by kind"
              className="mt-1 mb-4"
              parts={[
                { label: 'list', value: 46, shown: '46 %', tone: 'plain' },
                { label: 'read', value: 22, shown: '22 %', tone: 'soft' },
                { label: 'change', value: 29, shown: '29 %', tone: 'accent' },
                { label: 'permissions', value: 3, shown: '3 %', tone: 'stop' },
              ]}
            />
            <DescriptionList
              layout="rows"
              items={[
                {
                  term: 'Priya can',
                  value:
                    'use every service: create, change and delete resources. You pay for what is created.',
                },
                {
                  term: 'Priya cannot',
                  value: 'create users, keys or roles outside the boundary; stop CloudTrail.',
                },
                {
                  term: 'Worth knowing',
                  value: (
                    <span>
                      <Mono>iam:PassRole</Mono> lets Priya start things that run with roles you already have.
                    </span>
                  ),
                },
              ]}
            />
          </Card>
          <Card large level={3} title="Access ended" aside={<Lamp tone="ended">Revoked · confirmed</Lamp>}>
            <EndProof
              timeZone="Europe/London"
              status="denied"
              steps={[
                step('asked', '14:02:11.204', { cause: 'person' }),
                step('sessions_stopped', '14:02:11.204'),
                step('deny_attached', '14:02:11.880', { policy: 'AWSDenyAll' }),
                step('deny_seen', '14:02:14.402'),
                step('session_refused', '14:02:16.402', {
                  call: 'ec2:DescribeVpcs',
                  answer: 'UnauthorizedOperation',
                }),
              ]}
            />
          </Card>
        </div>
      </Section>
      <Section title="Empty, broken, loading">
        <div className="grid items-start gap-3 md:grid-cols-3">
          <EmptyState
            title="No requests yet"
            action={
              <ButtonLink href="/dev" variant="primary" size="sm">
                Post a request
              </ButtonLink>
            }
          >
            Describe what you are stuck with. The first answer usually comes within an hour.
          </EmptyState>
          <ErrorState
            title="CloudTrail did not answer"
            errorId="01JD3K9ZQ4"
            action={<Button size="sm">Try again</Button>}
          >
            The events up to 13:58 are shown. Nothing is lost: newer ones appear when it answers again.
          </ErrorState>
          <LoadingState label="Requests" rows={2} />
        </div>
      </Section>
    </>
  );
}
