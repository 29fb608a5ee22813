import { randomUUID } from 'node:crypto';
import { SLOTS } from '@/lib/market/requests/schema';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { SaveDraft } from './schema';

type Texts = Omit<SaveDraft, 'draftId' | 'draftHash' | 'key'>;

/** A draft that no browser's cookie leads to is found by its person alone. */
const unlinked = () => `kept:${randomUUID()}`;

/** Begins or goes on with the draft that this browser's cookie leads to. Whoever is signed in takes it along to other browsers. */
export async function saveBegun(
  tx: Tx,
  draft: {
    title: string;
    description: string;
    draftHash: string;
    continues: boolean;
    personId: string | null;
    at: Date;
  },
): Promise<{ id: string }> {
  const { title, description, draftHash: tokenHash, personId, at } = draft;
  const before = await rowsOf(tx).requestDraft.findUnique({ where: { tokenHash } });
  // At a shared computer the cookie may lead to somebody else's draft: that stays theirs. One's own other draft stays, too.
  const another = before?.personId && (before.personId !== personId || !draft.continues);
  if (another)
    await rowsOf(tx).requestDraft.update({ where: { id: before.id }, data: { tokenHash: unlinked() } });
  const fields = { title, description, personId, updatedAt: at };
  return rowsOf(tx).requestDraft.upsert({
    where: { tokenHash },
    create: { tokenHash, slots: SLOTS.usual, ...fields },
    update: fields,
    select: { id: true },
  });
}

export async function countDrafts(tx: Tx, personId: string): Promise<number> {
  return rowsOf(tx).requestDraft.count({ where: { personId } });
}

function columnsOf(draft: Texts) {
  const { budget, location, contactName, contactEmail, toCompanyId, toExpertId, ...texts } = draft;
  return {
    ...texts,
    budget: budget ?? null,
    location: location ?? null,
    contactName: contactName || null,
    contactEmail: contactEmail || null,
    toCompanyId: toCompanyId ?? null,
    toExpertId: toExpertId ?? null,
  };
}

export async function insertDraft(
  tx: Tx,
  draft: Texts & { personId: string; at: Date },
): Promise<{ id: string }> {
  const { personId, at, ...given } = draft;
  return rowsOf(tx).requestDraft.create({
    data: { tokenHash: unlinked(), personId, updatedAt: at, ...columnsOf(given) },
    select: { id: true },
  });
}

/** Whose drafts a person may write in: their own, and what nobody has begun in this browser. */
function reach(by: { personId: string; draftHash?: string }) {
  const { personId, draftHash } = by;
  return { OR: [{ personId }, ...(draftHash ? [{ tokenHash: draftHash, personId: null }] : [])] };
}

/** Answers whether there was such a draft: one that was posted or removed meanwhile does not come back. */
export async function updateDraft(
  tx: Tx,
  draft: Texts & { draftId: string; personId: string; draftHash?: string; at: Date },
): Promise<boolean> {
  const { draftId, personId, draftHash, at, ...given } = draft;
  const { count } = await rowsOf(tx).requestDraft.updateMany({
    where: { id: draftId, ...reach({ personId, draftHash }) },
    data: { ...columnsOf(given), personId, updatedAt: at },
  });
  return count === 1;
}

export async function deleteDraft(
  tx: Tx,
  by: { draftId: string; personId: string; draftHash?: string },
): Promise<boolean> {
  const { count } = await rowsOf(tx).requestDraft.deleteMany({ where: { id: by.draftId, ...reach(by) } });
  return count === 1;
}

/** Removes what nobody signed in for, once the cookie that led to it has gone. */
export async function deleteForgotten(tx: Tx, before: Date): Promise<number> {
  const { count } = await rowsOf(tx).requestDraft.deleteMany({
    where: { personId: null, updatedAt: { lt: before } },
  });
  return count;
}

/** A draft of its own for a signed-in person; the browser's for anybody else, with what was written in it already. */
export async function saveDirected(
  tx: Tx,
  draft: {
    companyId: string;
    expertId: string | null;
    contactName: string;
    contactEmail: string;
    draftHash: string;
    personId: string | null;
    at: Date;
  },
): Promise<{ id: string }> {
  const { companyId, expertId, contactName, contactEmail, draftHash, personId, at } = draft;
  const whom = { toCompanyId: companyId, toExpertId: expertId, contactName, contactEmail };
  const fields = { ...whom, personId, updatedAt: at };
  const empty = { title: '', description: '', slots: SLOTS.usual };
  const select = { id: true };
  if (personId)
    return rowsOf(tx).requestDraft.create({ data: { tokenHash: unlinked(), ...empty, ...fields }, select });
  // Whoever was signed in here before keeps their draft: it is found by their name.
  await rowsOf(tx).requestDraft.updateMany({
    where: { tokenHash: draftHash, personId: { not: null } },
    data: { tokenHash: unlinked() },
  });
  return rowsOf(tx).requestDraft.upsert({
    where: { tokenHash: draftHash },
    create: { tokenHash: draftHash, ...empty, ...fields },
    update: fields,
    select,
  });
}
