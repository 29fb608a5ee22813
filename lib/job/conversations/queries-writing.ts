import type { No } from '@/lib/core/refusal';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { actsForClosed } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { wired } from '@/lib/platform/wiring/wired';
import { CONVERSATION_COMMANDS } from './rights';
import { canStillWrite } from './rules';

/** Why a viewer cannot write in a conversation that they can read; null: they can. */
export async function refusalToWrite(
  viewer: Viewer,
  conversation: { id: string; customerId: string; companyId: string },
): Promise<No | null> {
  const refusal = mayRun(viewer, CONVERSATION_COMMANDS.send, conversation);
  if (refusal || viewer.kind !== 'person' || !actsForClosed(viewer, conversation)) return refusal;
  return canStillWrite(await wired().stillOpenIn(database(), conversation.id));
}
