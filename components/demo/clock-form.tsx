import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { formatSpan, formatUtc } from '@/components/ui/time';
import { moveClock } from '@/lib/demo/actions';
import { AMOUNTS } from '@/lib/demo/schema';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';

/** Moves the application's clock forward; the sandboxes' clocks go with it. */
export function ClockForm({ now, aheadMs }: { now: Date; aheadMs: number }) {
  const ahead = formatSpan(aheadMs);
  return (
    <div className="grid gap-4">
      <p>
        It is <time dateTime={now.toISOString()}>{formatUtc(now)}</time> here,{' '}
        {ahead ? `${ahead} ahead of real time.` : 'the same as real time.'}
      </p>
      <Form action={moveClock} label="Move the clock" className="flex flex-wrap gap-2">
        {Object.keys(AMOUNTS).map((amount) => (
          <Submit key={amount} name="amount" value={amount} variant="secondary">
            {amount} forward
          </Submit>
        ))}
      </Form>
      <Form action={moveClock} id="minutes" hidden={{ amount: 'minutes' }} label="Move the clock by minutes">
        <div className="flex flex-wrap items-end gap-2">
          <Field name="minutes" label="Minutes" className="w-36">
            <Input inputMode="numeric" maxLength={6} />
          </Field>
          <Submit variant="secondary">Move by minutes</Submit>
        </div>
      </Form>
      <p className="text-sm text-muted">
        It only moves forward. After {APPROVE_WITHIN_DAYS} days without a decision, a payment request is
        approved automatically. After an hour, the last AWS session of an ended job has expired.
      </p>
    </div>
  );
}
