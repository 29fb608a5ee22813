'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { MODERATION_COMMANDS } from './rights';
import { Decide, Remove } from './schema';

/** The list once more, with what was decided and the way to take it back. */
const to = ({ reviewId }: { reviewId: string }) => `/admin/reviews?decided=${showId(reviewId)}`;

export const publish = action(
  { may: MODERATION_COMMANDS.publish, schema: Decide, command: commands.publish },
  { to },
);

export const keep = action({ may: MODERATION_COMMANDS.keep, schema: Decide, command: commands.keep }, { to });

export const remove = action(
  { may: MODERATION_COMMANDS.remove, schema: Remove, command: commands.remove },
  { to },
);

export const undo = action(
  { may: MODERATION_COMMANDS.undo, schema: Decide, command: commands.undo },
  { to: () => '/admin/reviews' },
);
