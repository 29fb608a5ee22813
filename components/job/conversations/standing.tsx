import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import type { Standing as State } from '@/lib/job/conversations/queries';

type StandingProps = { standing: State; side: 'customer' | 'company'; timeZone: string; now: Date };

/** What of the request and the response matters in the talk: chosen or passed over, withdrawn, private, put aside, read. */
export function Standing({ standing, side, timeZone, now }: StandingProps) {
  const { response, settled, readAt, archived } = standing;
  const customer = side === 'customer';
  return (
    <>
      {settled === 'this' ? <Lamp tone="go">{customer ? 'Chosen' : 'You were chosen'}</Lamp> : null}
      {settled === 'another' ? <Lamp tone="ended">Closed: another expert was chosen</Lamp> : null}
      {response === 'withdrawn' ? <Lamp tone="ended">Response withdrawn</Lamp> : null}
      {standing.private ? <Lamp tone="ended">Private</Lamp> : null}
      {archived ? <Lamp tone="ended">Archived</Lamp> : null}
      {!customer && settled === null && response === 'open' && readAt ? (
        <Lamp tone="go" plain>
          Read <Instant at={readAt} timeZone={timeZone} now={now} />
        </Lamp>
      ) : null}
    </>
  );
}
