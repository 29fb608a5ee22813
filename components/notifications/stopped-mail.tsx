import { Callout } from '@/components/ui/callout';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Submit } from '@/components/ui/submit';
import { tryAgain } from '@/lib/notifications/bounces/actions';
import type { StoppedAddress } from '@/lib/notifications/preferences/queries';

type StoppedMailProps = { stopped: StoppedAddress; own: boolean; timeZone: string; now: Date };

/** An address that takes no mail: since when, what it said, and the way to try it again. */
export function StoppedMail({ stopped, own, timeZone, now }: StoppedMailProps) {
  const { email, reason, detail, at } = stopped;
  return (
    <Callout tone="stop" title={`We stopped emailing ${email}`}>
      <p>
        {reason === 'complaint'
          ? 'Its owner reported our email as unwanted'
          : 'Its email server permanently refused our email'}
        , <Instant at={at} timeZone={timeZone} now={now} show="ago" />.{' '}
        {own
          ? 'We still try sign-in emails. Everything else is in your notifications here.'
          : 'For now, emails about requests go to your own address.'}
      </p>
      {detail ? <p className="mt-1 text-sm wrap-anywhere">It said: {detail}</p> : null}
      <Form
        action={tryAgain}
        id={`again-${email}`}
        hidden={{ email }}
        label={`Try ${email} again`}
        className="mt-3"
      >
        <Submit variant="secondary" size="sm" pendingLabel="Trying…">
          Try this address again
        </Submit>
      </Form>
    </Callout>
  );
}
