import { Callout } from '@/components/ui/callout';
import { Mono } from '@/components/ui/code';
import { Instant } from '@/components/ui/instant';
import type { AccessView } from '@/lib/access/page/queries';

type Grant = NonNullable<AccessView['grant']>;
type Incident = Grant['incidents']['rows'][number];
type IncidentsProps = { grant: Grant; now: Date; timeZone: string };

/** What was otherwise in AWS than this page had said: from when to when. Nothing of it is taken back later. */
export function Incidents({ grant, now, timeZone }: IncidentsProps) {
  const { rows, total } = grant.incidents;
  if (total === 0) return null;
  return (
    <Callout tone="stop" title="AWS didn't match what we reported" role="alert">
      <ul className="grid gap-1.5">
        {rows.map((incident) => (
          <li key={incident.id} className="min-w-0 break-words">
            <Sentence incident={incident} now={now} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="mt-1.5">And {total - rows.length} more.</p> : null}
    </Callout>
  );
}

function Sentence({ incident, now, timeZone }: { incident: Incident; now: Date; timeZone: string }) {
  const { kind, since, until, at, detail } = incident;
  const instant = (value: Date) => <Instant at={value} timeZone={timeZone} now={now} />;
  if (kind === 'acted_after_deny')
    return (
      <>
        {instant(since)}: AWS allowed <Mono>{String(detail.name)}</Mono> in {String(detail.region)} after
        access was denied.
      </>
    );
  if (kind === 'deny_removed')
    return (
      <>
        AWSDenyAll was missing at some point between {instant(since)} and {instant(until ?? at)}. We attached
        it again.
      </>
    );
  return (
    <>
      Between {instant(since)} and {instant(at)}: {String(detail.says)}
    </>
  );
}
