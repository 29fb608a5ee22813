import { Proof } from '@/components/ui/proof';

const at = (clock: string) => new Date(`2026-11-24T${clock}Z`);

// Invented times, in the form and order in which an access page shows its steps.
const STEPS = [
  { label: 'Access granted', detail: 'PowerUserAccess, until the final payment', at: at('09:30:04.118') },
  { label: 'First session opened', detail: 'eu-west-1', at: at('09:34:51.902') },
  { label: '47 actions recorded', detail: 'none refused, 2 that change settings', at: at('13:58:20.040') },
  { label: 'Final payment approved', detail: 'no new sessions from here on', at: at('14:02:11.204') },
  { label: 'Test call allowed', detail: 'ec2:DescribeVpcs', at: at('14:02:11.655') },
  { label: 'Deny attached', detail: 'AWSDenyAll', at: at('14:02:11.880') },
  {
    label: 'Test session refused',
    detail: 'ec2:DescribeVpcs → UnauthorizedOperation',
    at: at('14:02:37.402'),
  },
];

/** How an access ends, as evidence. An example, and said to be one. */
export function ExampleRun() {
  return (
    <figure className="grid content-start gap-2 rounded-lg border border-line bg-surface p-4 shadow-md sm:p-5.5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
        <span>Example: the timeline of one job’s access</span>
        <span className="text-xs">times in UTC</span>
      </figcaption>
      <Proof steps={STEPS} timeZone="UTC" className="text-sm" />
      <p className="flex items-center gap-2 rounded-md border border-go-line bg-go-soft px-3.5 py-2.5 text-sm">
        <b className="text-go">Refused.</b> Access has ended when AWS says so, not when we do.
      </p>
    </figure>
  );
}
