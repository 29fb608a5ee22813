import { type Actor, authorise, personOf } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { DRAFT_COMMANDS } from './rights';
import type { DraftForm, SaveDraft } from './schema';
import * as store from './store';

export type Saved = { conversationId: string; form: DraftForm; savedAt: Date | null };

/** Keeps what is being written, so that it is found again after a reload, or on another device. Not audited: it says nothing to anybody. */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft): Promise<Saved> {
  const { conversationId, form, key, fields } = input;
  authorise(actor, DRAFT_COMMANDS.save, await store.tenantsOf(tx, conversationId));
  const { personId } = personOf(actor);
  const place = { personId, conversationId, form };
  // A saving that is overtaken by the sending must not bring back what was sent.
  const sent = key !== undefined && (await store.wasSent(tx, { personId, key }));
  if (sent || Object.values(fields).every((text) => text.trim() === '')) {
    if (!sent) await store.deleteDraft(tx, place);
    return { conversationId, form, savedAt: null };
  }
  const at = await tx.now();
  await store.saveDraft(tx, place, fields, at);
  return { conversationId, form, savedAt: at };
}

/** A reaction to what was sent: its draft has served. */
export async function useUp(
  tx: Tx,
  actor: Actor,
  of: { conversationId: string; form: DraftForm },
): Promise<void> {
  if (actor.kind !== 'person') return;
  await store.deleteDraft(tx, { personId: actor.personId, ...of });
}
