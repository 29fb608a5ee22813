import { Lamp } from '@/components/ui/lamp';
import { CONNECTION } from '@/lib/access/connections/lifecycle';
import { GRANT, type GrantState, isActive, wordOf } from '@/lib/access/grants/lifecycle';
import {
  isAsked,
  PERMISSION_REQUEST,
  type PermissionRequestState,
} from '@/lib/access/permission-requests/lifecycle';

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
  const tone = isAsked(status) && !mine ? 'wait' : lamp;
  return (
    <Lamp tone={tone} live={isActive(grantStatus) && !cutOff} plain={plain}>
      {word}
    </Lamp>
  );
}
