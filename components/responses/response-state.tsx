import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { RESPONSE, type ResponseStatus } from '@/lib/responses/rules';

type ResponseStateProps = {
  response: { status: ResponseStatus; readAt: Date | null };
  /** Whom the customer chose: the viewer's company, another one, or nobody yet. */
  settled: 'us' | 'another' | null;
  timeZone: string;
  now: Date;
};

/** Where one's company's response stands: sent, read and when, chosen, or passed over. The same everywhere. */
export function ResponseState({ response, settled, timeZone, now }: ResponseStateProps) {
  if (response.status === 'withdrawn')
    return <Lamp tone={RESPONSE.words.withdrawn.lamp}>{RESPONSE.words.withdrawn.word}</Lamp>;
  if (settled === 'us') return <Lamp tone="go">You were chosen</Lamp>;
  if (settled === 'another') return <Lamp tone="ended">Settled: another expert was chosen</Lamp>;
  return response.readAt ? (
    <Lamp tone="go">
      Read <Instant at={response.readAt} timeZone={timeZone} now={now} />
    </Lamp>
  ) : (
    <Lamp tone="wait">Sent, not read yet</Lamp>
  );
}
