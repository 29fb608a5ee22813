import { Check, Download, Plus, Search } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button, ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock, Mono } from '@/components/ui/code';
import { CopyButton } from '@/components/ui/copy-button';
import { Count } from '@/components/ui/count';
import { Countdown } from '@/components/ui/countdown';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Kbd } from '@/components/ui/kbd';
import { Lamp } from '@/components/ui/lamp';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { Stars } from '@/components/ui/stars';
import { Stat } from '@/components/ui/stat';
import { Tag } from '@/components/ui/tag';
import { Row, Section } from './section';

const now = new Date('2026-11-23T12:40:00Z');
const deadline = '2026-12-02T16:50:00Z';
const policy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'iam:AttachRolePolicy',
        Resource: 'arn:aws:iam::*:role/GroundcrewPermission-*',
      },
    ],
  },
  null,
  2,
);

export function Signs() {
  return (
    <>
      <Section title="Type">
        <p className="text-3xl font-semibold">See the access end</p>
        <h3 className="text-xl">Priya asks for PowerUserAccess</h3>
        <p className="max-w-[65ch]">
          Body text in the system's own font, with{' '}
          <a href="#main" className="link">
            a way to the top
          </a>
          , a <Mono>s3:GetObject</Mono> and a key <Kbd>Esc</Kbd>.{' '}
          <span className="text-muted">Muted says what comes second.</span>{' '}
          <span className="text-sm text-faint">Faint says what may be skipped.</span>
        </p>
      </Section>
      <Section title="Buttons">
        <Row>
          <Button variant="primary">Approve $900.00</Button>
          <Button>Decline</Button>
          <Button variant="danger">Revoke now</Button>
          <Button variant="danger-solid">Revoke access</Button>
          <Button variant="quiet">Save search</Button>
          <ButtonLink href="/dev/job">A link</ButtonLink>
        </Row>
        <Row>
          <Button variant="primary" size="sm">
            Respond
          </Button>
          <Button size="sm">
            <Download className="size-4" aria-hidden="true" /> Export
          </Button>
          <Button variant="danger" size="sm">
            Remove
          </Button>
          <Button variant="quiet" size="sm">
            <Plus className="size-4" aria-hidden="true" /> Milestone
          </Button>
          <Button variant="primary" size="lg">
            Post the request
          </Button>
          <Button variant="primary" pending>
            Posting…
          </Button>
          <Button disabled>Not allowed</Button>
        </Row>
      </Section>
      <Section title="Lamps, tags, counts">
        <Row>
          <Lamp tone="go">Accepted</Lamp>
          <Lamp tone="go" live>
            Active
          </Lamp>
          <Lamp tone="wait">Awaiting approval</Lamp>
          <Lamp tone="stop">Payment failed</Lamp>
          <Lamp tone="ended">Revoked · confirmed</Lamp>
          <Lamp tone="turn">Your turn</Lamp>
        </Row>
        <Row>
          <Lamp tone="go" plain>
            Accepted
          </Lamp>
          <Lamp tone="wait" plain>
            Awaiting
          </Lamp>
          <Lamp tone="stop" plain>
            Denied
          </Lamp>
          <Tag>$1,000–$10,000</Tag>
          <Tag>Lambda</Tag>
          <Tag>eu-west-1</Tag>
          <span>
            Unread <Count value={3} label="unread" />
          </span>
          <span>
            All <Count value={128} label="in all" quiet />
          </span>
        </Row>
        <Row>
          <Avatar name="Priya Raman" size="lg" />
          <Avatar name="Jonas Berg" online />
          <Avatar name="Aiko Mori" size="sm" />
          <Avatar name="Cloudwright" square />
          <Stars rating={4.9} count={31} />
          <Stars rating={3.4} count={1} />
          <Stars rating={4.9} count={31} short />
          <Stars rating={null} />
        </Row>
      </Section>
      <Section title="Time">
        <Row>
          <Instant at={now} timeZone="Europe/London" />
          <Instant at={now} timeZone="Asia/Kolkata" show="day" />
          <Instant at={now} timeZone="Asia/Tokyo" show="precise" className="font-mono text-xs" />
          <Instant at="2026-11-23T12:02:00Z" timeZone="UTC" now={now} show="ago" />
          <Lamp tone="wait">
            <Countdown until={deadline} now={now.toISOString()} suffix="left" />
          </Lamp>
          <Countdown until="2026-11-23T12:40:45Z" now={now.toISOString()} suffix="left" over="over" />
        </Row>
      </Section>
      <Section title="Callouts">
        <div className="grid gap-3 md:grid-cols-2">
          <Callout
            tone="turn"
            title="Priya waits for your decision"
            action={
              <ButtonLink href="#main" size="sm">
                Look at it
              </ButtonLink>
            }
          >
            The request for access ends by itself on 24 Nov, 18:00.
          </Callout>
          <Callout tone="go" title="Payment succeeded">
            $900.00 was charged to the card ending 4242.
          </Callout>
          <Callout tone="wait" title="Worth knowing">
            iam:PassRole lets Priya start things that run with roles you already have.
          </Callout>
          <Callout tone="stop" title="The card was declined">
            Your bank said: insufficient funds. Nothing was charged.
          </Callout>
          <Callout>Times are shown in your zone, Europe/London.</Callout>
        </div>
      </Section>
      <Section title="More">
        <div className="grid gap-4 md:grid-cols-2">
          <div className="grid content-start gap-4">
            <Details
              frame
              summary="What cannot be prevented"
              aside={<Count value={2} label="points" quiet />}
            >
              Reading what the role may read leaves a trace in CloudTrail, but cannot be undone.
            </Details>
            <Details summary="Why does this cost a fee?">It pays for running this installation.</Details>
            <div className="flex gap-8">
              <Stat label="Paid" value="$900.00" note="of at most $1,800" />
              <Stat label="Events" value="47" note="as of 14:02" />
            </div>
            <Row>
              <CopyButton text="GroundcrewPermission" label="Copy role name" variant="secondary" />
              <Spinner label="Loading" />
              <Search className="size-4" aria-hidden="true" />
              <Check className="size-4 text-go" aria-hidden="true" />
              <Skeleton className="w-32" />
            </Row>
          </div>
          <CodeBlock label="Policy" action={<CopyButton text={policy} />}>
            {policy}
          </CodeBlock>
        </div>
      </Section>
    </>
  );
}
