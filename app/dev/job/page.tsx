import type { Metadata } from 'next';
import { AgreedLink, JobPanes } from '@/components/layout/job-panes';
import { TurnBar } from '@/components/layout/turn-bar';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Mono } from '@/components/ui/code';
import { Countdown } from '@/components/ui/countdown';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Lamp } from '@/components/ui/lamp';
import { Meter } from '@/components/ui/meter';
import { Stars } from '@/components/ui/stars';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { tryForm } from '../actions';
import { Frame } from '../frame';

export const metadata: Metadata = { title: 'A job' };

const messages = [
  {
    mine: false,
    text: 'Found it. Every function ships its logs twice: once to CloudWatch, once through a subscription filter that re-invokes a formatter.',
  },
  { mine: true, text: 'That explains the invocations graph. Can you fix it today?' },
  {
    mine: false,
    text: 'Yes. I will ask for access that reaches Lambda and CloudWatch Logs in eu-west-1, nothing else.',
  },
  { mine: true, text: 'Granted.' },
  {
    mine: false,
    text: 'Root cause is the log subscription, gone now. Cost per hour is back to where it was; see the graph I attached.',
  },
];

const people = [
  {
    name: 'Priya Raman',
    company: 'Cloudwright',
    last: 'Root cause is the log subscription, gone now.',
    on: true,
  },
  { name: 'Jonas Berg', company: 'Freelancer', last: 'Happy to take a look today.', on: false },
  { name: 'Aiko Mori', company: 'Tidewater', last: 'Which Region are these in?', on: false },
];

export default function JobSample() {
  return (
    <Frame>
      <JobPanes
        turn={
          <TurnBar
            tone="turn"
            who="Your turn"
            what="Payment of $900.00 to approve"
            more={<AgreedLink>$900 of $1,800 · access 21 h left</AgreedLink>}
            deadline={<Countdown until="2026-12-02T16:50:00Z" now="2026-11-23T12:40:00Z" suffix="left" />}
            action={
              <Button variant="primary" size="sm">
                Approve $900.00
              </Button>
            }
          />
        }
        list={
          <ul className="grid grid-cols-1 gap-0.5">
            {people.map((person) => (
              <li
                key={person.name}
                className={`flex gap-2.5 rounded-md p-2.5 ${person.on ? 'bg-accent-soft' : ''}`}
              >
                <Avatar name={person.name} />
                <div className="min-w-0 text-xs">
                  <b className="text-sm">{person.name}</b>
                  <div className="text-muted">{person.company}</div>
                  <div className="truncate">{person.last}</div>
                </div>
              </li>
            ))}
          </ul>
        }
        header={
          <div className="flex items-center justify-between gap-3">
            <div className="flex min-w-0 items-center gap-2.5">
              <Avatar name="Priya Raman" online />
              <div className="min-w-0">
                <div className="flex items-center gap-2">
                  <h1 className="truncate text-base">Priya Raman</h1>
                  <Stars rating={4.9} count={31} short />
                </div>
                <div className="truncate text-xs text-muted">
                  Cloudwright · Solutions Architect Pro · 18:12 in Pune
                </div>
              </div>
            </div>
            <Button size="sm">Call</Button>
          </div>
        }
        agreed={
          <>
            <Card title="Payment to approve" tone="wait" aside={<Lamp tone="wait">9 d 4 h left</Lamp>}>
              <div className="flex items-baseline justify-between gap-3">
                <span className="text-2xl font-semibold">$900.00</span>
                <span className="text-sm text-muted">milestone 2 of 2 · final</span>
              </div>
              <p className="mt-1 text-sm text-muted">
                Approved for you on 2 Dec, 16:50 if you do nothing. Approving ends the access and closes the
                proposal.
              </p>
              <div className="mt-3 flex flex-wrap gap-2">
                <Button variant="primary">Approve $900.00</Button>
                <Button>Decline</Button>
              </div>
            </Card>
            <Card title="Proposal" aside={<Lamp tone="go">Accepted</Lamp>}>
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
                ]}
              />
              <div className="mt-3 flex gap-2">
                <Button size="sm">Activity · 47</Button>
                <Button size="sm" variant="danger">
                  Revoke now
                </Button>
              </div>
            </Card>
          </>
        }
        composer={
          <Form action={tryForm} label="Message" clears className="flex flex-wrap items-end gap-2">
            <Field name="title" label="Message" quiet className="flex-1">
              <Textarea rows={1} grows placeholder="Write to Priya" />
            </Field>
            <Submit pendingLabel="Sending…">Send</Submit>
          </Form>
        }
      >
        <ol className="grid gap-3.5">
          {messages.map((message) => (
            <li key={message.text} className={`flex ${message.mine ? 'justify-end' : ''}`}>
              <p
                className={`max-w-140 px-3 py-2 ${message.mine ? 'rounded-[12px_4px_12px_12px] bg-accent-soft' : 'rounded-[4px_12px_12px_12px] bg-sunken'}`}
              >
                {message.text}
              </p>
            </li>
          ))}
        </ol>
      </JobPanes>
    </Frame>
  );
}
