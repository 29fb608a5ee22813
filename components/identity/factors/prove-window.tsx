'use client';

import type { RefObject } from 'react';
import { DialogContext } from '@/components/ui/dialog-context';
import { DialogWindow } from '@/components/ui/dialog-window';
import type { Asked } from '@/components/ui/prove-context';
import { PROOF_MINUTES } from '@/lib/core/step-up';
import { ByFactor } from './by-factor';
import { MailedCode } from './mailed-code';
import type { Who } from './prove-here';
import { SetUpHere } from './set-up-here';

type ProveWindowProps = {
  asked: Asked;
  who: Who;
  opener: RefObject<HTMLElement | null>;
  onLeft: () => void;
  onProved: () => void;
};

/** Over the page on which something was pressed: proves that it is oneself, by what is enrolled or what is set up now. */
export function ProveWindow({ asked, who, opener, onLeft, onProved }: ProveWindowProps) {
  const { ways, factor, button } = asked;
  const first = ways.length === 0 && factor;
  const then = button ? ` Then we finish “${button}”.` : '';
  return (
    <DialogWindow
      open
      onOpenChange={(open) => !open && onLeft()}
      opener={opener}
      title={first ? 'Set up a way to confirm' : 'Confirm it’s you'}
      description={
        first
          ? `You do this once.${then}`
          : `${then.trim()}${then ? ' ' : ''}We won’t ask again for ${PROOF_MINUTES} minutes.`
      }
      place="center"
    >
      {/* What is done in here closes it once it is a proof, and not before. */}
      <DialogContext value={null}>
        {ways.length > 0 ? (
          <ByFactor ways={ways} demo={who.demo} onProved={onProved} />
        ) : first ? (
          <SetUpHere asked={asked} who={who} onProved={onProved} />
        ) : (
          <MailedCode purpose={asked.for} email={who.email} onProved={onProved} />
        )}
      </DialogContext>
    </DialogWindow>
  );
}
