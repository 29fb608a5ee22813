import { z } from 'zod';
import type { Person } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import type { DraftForm } from './schema';

export type Draft = { fields: Record<string, string>; updatedAt: Date };

/** What the viewer has begun to write and not sent; nobody else's. */
export async function draftIn(
  { personId }: Person,
  conversationId: string,
  form: DraftForm,
): Promise<Draft | null> {
  const row = await database().conversationDraft.findUnique({
    where: { personId_conversationId_form: { personId, conversationId, form } },
  });
  return row && { fields: z.record(z.string(), z.string()).parse(row.fields), updatedAt: row.updatedAt };
}
