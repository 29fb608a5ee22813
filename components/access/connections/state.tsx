import { Lamp } from '@/components/ui/lamp';
import { CONNECTION, type ConnectionState } from '@/lib/access/connections/lifecycle';

export function ConnectionLamp({ status, plain }: { status: ConnectionState; plain?: boolean }) {
  const { word, lamp } = CONNECTION.words[status];
  return (
    <Lamp tone={lamp} plain={plain}>
      {word}
    </Lamp>
  );
}
