'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { VERIFICATION_COMMANDS } from './rights';
import { Reject, Undo, Verify } from './schema';

type Decided = { certificationId: string; nextId: string | null; waits?: boolean };
/** The next claim opens by itself; the one just decided can be taken back from there. One that waits for a second look stays. */
const toNext = ({ certificationId, nextId, waits }: Decided) =>
  waits
    ? `/admin/verification/${showId(certificationId)}?looked=1`
    : `/admin/verification${nextId ? `/${showId(nextId)}` : ''}?decided=${showId(certificationId)}`;

export const verify = action(
  { may: VERIFICATION_COMMANDS.verify, schema: Verify, command: commands.verify },
  { to: toNext },
);

export const reject = action(
  { may: VERIFICATION_COMMANDS.reject, schema: Reject, command: commands.reject },
  { to: toNext },
);

export const undo = action(
  { may: VERIFICATION_COMMANDS.undo, schema: Undo, command: commands.undo },
  { to: ({ certificationId }) => `/admin/verification/${showId(certificationId)}` },
);
