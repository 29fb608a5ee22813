import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { endSession } from '@/lib/identity/sessions/actions';
import type { OwnSession } from '@/lib/identity/sessions/queries';

type SessionListProps = { sessions: readonly OwnSession[]; timeZone: string; now: Date };

export function SessionList({ sessions, timeZone, now }: SessionListProps) {
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span className="grid">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {session.browser}
                {session.current ? <Lamp tone="go">This browser</Lamp> : null}
                {session.awaitsFactor ? <Lamp tone="wait">Not confirmed yet</Lamp> : null}
              </span>
              <span className="text-sm text-muted">
                {session.awaitsFactor ? 'Started to sign in ' : 'Signed in '}
                <Instant at={session.since} timeZone={timeZone} now={now} />
                {session.network ? ` from ${session.network}` : ''}, last used{' '}
                <Instant at={session.lastSeenAt} timeZone={timeZone} now={now} />
              </span>
            </span>
            {session.current ? null : (
              <Form action={endSession} hidden={{ session: session.id }} label={`End ${session.browser}`}>
                <Submit variant="danger" size="sm">
                  End
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <EndOthers id="others" /> : null}
    </div>
  );
}

export function EndOthers({ id }: { id: string }) {
  return (
    <Form action={endSession} id={id} hidden={{ session: 'others' }} label="End all other sessions">
      <Submit variant="danger">End all others</Submit>
    </Form>
  );
}
