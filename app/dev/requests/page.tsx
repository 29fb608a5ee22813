import type { Metadata } from 'next';
import { BottomBar } from '@/components/layout/bottom-bar';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { TwoPanes } from '@/components/layout/two-panes';
import { Avatar } from '@/components/ui/avatar';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Count } from '@/components/ui/count';
import { DescriptionList } from '@/components/ui/description-list';
import { Lamp } from '@/components/ui/lamp';
import { Stars } from '@/components/ui/stars';
import { Switch } from '@/components/ui/switch';
import { Tag } from '@/components/ui/tag';
import { doNothing } from '../actions';
import { Frame } from '../frame';

export const metadata: Metadata = { title: 'A request' };

const answers = [
  {
    name: 'Priya Raman',
    company: 'Cloudwright',
    place: 'India · 18:12',
    badge: 'Solutions Architect Pro',
    rating: 4.9,
    count: 31,
    rate: '$140 / h',
    unread: 2,
    text: 'I have seen this exact bill twice: log subscriptions that feed themselves. I can look today.',
  },
  {
    name: 'Jonas Berg',
    company: 'Freelancer',
    place: 'Norway · 13:42',
    badge: 'DevOps Engineer Pro',
    rating: 4.7,
    count: 12,
    rate: '$120 / h',
    unread: 0,
    text: 'Happy to take a look today. Graviton itself should lower the bill, so something else changed with it.',
  },
  {
    name: 'Aiko Mori',
    company: 'Tidewater',
    place: 'Japan · 21:42',
    badge: 'Developer Associate',
    rating: null,
    count: 0,
    rate: '$95 / h',
    unread: 0,
    text: 'Which Region are these in, and do you have Cost Explorer by usage type?',
  },
  {
    name: 'Luis Ferrer',
    company: 'Nimbus Works',
    place: 'Spain · 13:42',
    badge: 'SysOps Associate',
    rating: 4.2,
    count: 5,
    rate: '$110 / h',
    unread: 0,
    text: 'A first look takes an hour. If it is what I think, the fix is one more.',
  },
];

export default function RequestSample() {
  return (
    <Frame>
      <Page width="wide">
        <PageHeader
          crumbs={[{ label: 'Requests', href: '/dev/requests' }]}
          title="Lambda costs tripled after moving to ARM"
          lamp={<Lamp tone="go">Open</Lamp>}
          note="5 answers, 2 unread · posted 38 min ago"
        />
        <TwoPanes
          sideLabel="The request"
          side={
            <Card
              title="What you wrote"
              aside={
                <a href="/dev/requests" className="link text-sm">
                  Change
                </a>
              }
            >
              <p className="text-sm text-muted">
                We moved 40 functions to Graviton three weeks ago. The bill tripled and we cannot see why. We
                want someone to find the cause and fix it this week.
              </p>
              <DescriptionList
                className="mt-3"
                items={[
                  { term: 'budget', value: '$1,000 to $10,000' },
                  { term: 'Region', value: 'eu-west-1' },
                  { term: 'needs', value: 'a consultation first' },
                ]}
              />
            </Card>
          }
        >
          <form action={doNothing} className="rounded-lg border border-line bg-surface px-4 py-3">
            <Switch
              checked
              name="accepting"
              label="Accepting answers"
              description="Three more experts can answer."
            />
          </form>
          <ul className="grid gap-2.5">
            {answers.map((answer) => (
              <Card as="li" key={answer.name} className="grid gap-2">
                <div className="flex min-w-0 items-start gap-3">
                  <Avatar name={answer.name} />
                  <div className="min-w-0">
                    <div className="flex flex-wrap items-center gap-x-2.5">
                      <b>{answer.name}</b>
                      <Stars rating={answer.rating} count={answer.count} short />
                      <Count value={answer.unread} label="unread" />
                    </div>
                    <div className="text-sm text-muted">
                      {answer.company} · {answer.place} · {answer.rate}
                    </div>
                  </div>
                </div>
                <p className="line-clamp-2 text-sm">{answer.text}</p>
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <Tag>✓ {answer.badge}</Tag>
                  <div className="flex items-center gap-2">
                    <Button size="sm">Call</Button>
                    <ButtonLink href="/dev/job" size="sm" variant="primary">
                      Chat
                    </ButtonLink>
                  </div>
                </div>
              </Card>
            ))}
          </ul>
          <BottomBar>
            <ButtonLink href="/dev/requests">Compare</ButtonLink>
            <ButtonLink href="/dev/job" variant="primary">
              Message
            </ButtonLink>
          </BottomBar>
        </TwoPanes>
      </Page>
    </Frame>
  );
}
