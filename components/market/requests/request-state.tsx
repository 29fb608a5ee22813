import { Lamp } from '@/components/ui/lamp';
import { REQUEST, type RequestStatus } from '@/lib/market/requests/lifecycle';

type RequestStateProps = {
  request: { status: RequestStatus; settledAt: Date | null; audience: 'everyone' | 'direct' | 'client' };
};

/** Where a request stands, as lamps: whether it is open, settled, and for one company alone. The same everywhere. */
export function RequestState({ request }: RequestStateProps) {
  const { word, lamp } = REQUEST.words[request.status];
  return (
    <>
      {request.settledAt ? <Lamp tone="ended">Closed</Lamp> : <Lamp tone={lamp}>{word}</Lamp>}
      {request.audience === 'everyone' ? null : <Lamp tone="ended">Private</Lamp>}
    </>
  );
}
