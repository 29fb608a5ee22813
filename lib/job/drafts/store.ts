import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { DraftForm } from './schema';

type Place = { personId: string; conversationId: string; form: DraftForm };

/** Whose conversation it is. */
export async function tenantsOf(tx: Tx, conversationId: string) {
  const row = await rowsOf(tx).conversation.findUnique({
    where: { id: conversationId },
    select: { customerId: true, companyId: true },
  });
  return found(row, 'conversation');
}

/** Whether the form with this key was sent. */
export async function wasSent(tx: Tx, of: { personId: string; key: string }): Promise<boolean> {
  return (await rowsOf(tx).creation.count({ where: of })) > 0;
}

export async function saveDraft(
  tx: Tx,
  place: Place,
  fields: Record<string, string>,
  at: Date,
): Promise<void> {
  await rowsOf(tx).conversationDraft.upsert({
    where: { personId_conversationId_form: place },
    create: { ...place, fields, updatedAt: at },
    update: { fields, updatedAt: at },
  });
}

export async function deleteDraft(tx: Tx, place: Place): Promise<void> {
  await rowsOf(tx).conversationDraft.deleteMany({ where: place });
}
