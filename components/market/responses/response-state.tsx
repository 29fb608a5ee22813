import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { isWithdrawn, RESPONSE, type ResponseStatus } from '@/lib/market/responses/lifecycle';
import type { ResponseOrigin } from '@/lib/market/responses/rules';

type ResponseStateProps = {
  response: {
    status: ResponseStatus;
    origin: ResponseOrigin;
    readAt: Date | null;
    /** Whom the customer chose: the viewer's company, another one, or nobody yet. */
    settled: 'us' | 'another' | null;
  };
  /** In a list: fewer words. */
  brief?: boolean;
  timeZone: string;
  now: Date;
};

/**
 * Where one's company's response stands: sent, read and when, chosen, or passed over. The same everywhere. Nothing where the
 * company was asked, or brought its client: it has sent nothing that could be read.
 */
export function ResponseState({ response, brief, timeZone, now }: ResponseStateProps) {
  const { settled } = response;
  if (isWithdrawn(response.status))
    return <Lamp tone={RESPONSE.words.withdrawn.lamp}>{RESPONSE.words.withdrawn.word}</Lamp>;
  if (settled === 'us') return <Lamp tone="go">You were chosen</Lamp>;
  if (settled === 'another')
    return <Lamp tone="ended">{brief ? 'Another expert chosen' : 'Closed: another expert was chosen'}</Lamp>;
  if (response.origin !== 'answer') return null;
  return response.readAt ? (
    <Lamp tone="go">
      Read <Instant at={response.readAt} timeZone={timeZone} now={now} />
    </Lamp>
  ) : (
    <Lamp tone="wait">Sent, not read yet</Lamp>
  );
}
