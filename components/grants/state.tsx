import { Lamp } from '@/components/ui/lamp';
import { CONNECTION } from '@/lib/access/connections/rules';
import {
  GRANT,
  type GrantState,
  PERMISSION_REQUEST,
  type PermissionRequestState,
  wordOf,
} from '@/lib/access/grants/rules';

type AccessLampProps = {
  status: PermissionRequestState;
  grantStatus: GrantState | null;
  /** The connection to the account is lost, which counts for more than that somebody was let in. */
  cutOff: boolean;
  /** Whether a denial was shown by a call. */
  proven: boolean;
  /** Accent where the viewer is the one to decide. */
  mine?: boolean;
  plain?: boolean;
};

/** A permission request and its grant are one thing: once there is a grant, its state is what counts. */
export function AccessLamp({ status, grantStatus, cutOff, proven, mine, plain }: AccessLampProps) {
  const { word, lamp } = cutOff
    ? CONNECTION.words.lost
    : grantStatus
      ? { ...GRANT.words[grantStatus], word: wordOf(grantStatus, proven) }
      : PERMISSION_REQUEST.words[status];
  const tone = status === 'requested' && !mine ? 'wait' : lamp;
  return (
    <Lamp tone={tone} live={grantStatus === 'active' && !cutOff} plain={plain}>
      {word}
    </Lamp>
  );
}
