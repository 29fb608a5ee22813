import { Lamp } from '@/components/ui/lamp';
import { GRANT, type GrantState, PERMISSION_REQUEST, type PermissionRequestState } from '@/lib/grants/rules';

type AccessLampProps = {
  status: PermissionRequestState;
  grantStatus: GrantState | null;
  /** Accent where the viewer is the one to decide. */
  mine?: boolean;
  plain?: boolean;
};

/** A permission request and its grant are one thing: once there is a grant, its state is what counts. */
export function AccessLamp({ status, grantStatus, mine, plain }: AccessLampProps) {
  const { word, lamp } = grantStatus ? GRANT.words[grantStatus] : PERMISSION_REQUEST.words[status];
  const tone = status === 'requested' && !mine ? 'wait' : lamp;
  return (
    <Lamp tone={tone} live={grantStatus === 'active'} plain={plain}>
      {word}
    </Lamp>
  );
}
