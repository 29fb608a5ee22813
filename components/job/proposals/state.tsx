import { Lamp } from '@/components/ui/lamp';
import { PROPOSAL, type ProposalState } from '@/lib/job/proposals/lifecycle';

/** A proposal's state; accent where the viewer is the one to decide. */
export function ProposalLamp({
  status,
  mine,
  plain,
}: {
  status: ProposalState;
  mine?: boolean;
  plain?: boolean;
}) {
  const { word, lamp } = PROPOSAL.words[status];
  return (
    <Lamp tone={mine ? 'turn' : lamp} plain={plain}>
      {word}
    </Lamp>
  );
}
