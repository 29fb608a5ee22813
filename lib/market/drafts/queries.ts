import type { Viewer } from '@/lib/core/rights';
import { type Budget, FORM_COLUMNS, type Location } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { MOST_DRAFTS } from './rules';

export type Draft = {
  id: string;
  /** Null: nobody has signed in for it yet. */
  personId: string | null;
  title: string;
  description: string;
  budget: Budget | null;
  location: Location | null;
  services: string[];
  regions: string[];
  slots: number | null;
  contactName: string | null;
  contactEmail: string | null;
  toCompanyId: string | null;
  toExpertId: string | null;
};

const DRAFT = {
  id: true,
  personId: true,
  ...FORM_COLUMNS,
  toCompanyId: true,
  toExpertId: true,
} as const;

/** What was begun in this browser, by nobody or by this viewer. */
export async function draftBegun(viewer: Viewer, draftHash: string | null): Promise<Draft | null> {
  if (!draftHash) return null;
  const own = viewer.kind === 'person' ? [{ personId: viewer.personId }] : [];
  return database().requestDraft.findFirst({
    where: { tokenHash: draftHash, OR: [{ personId: null }, ...own] },
    select: DRAFT,
  });
}

/** One draft of the viewer's own. */
export async function draftById(viewer: Viewer, id: string): Promise<Draft | null> {
  if (viewer.kind !== 'person') return null;
  return database().requestDraft.findFirst({ where: { id, personId: viewer.personId }, select: DRAFT });
}

/** What the viewer would go on with: what was begun in this browser, else what they last wrote in any. */
export async function draftOf(viewer: Viewer, draftHash: string | null): Promise<Draft | null> {
  const begun = await draftBegun(viewer, draftHash);
  if (begun || viewer.kind !== 'person') return begun;
  return database().requestDraft.findFirst({
    where: { personId: viewer.personId },
    orderBy: { updatedAt: 'desc' },
    select: DRAFT,
  });
}

export type DraftLine = { id: string; title: string; updatedAt: Date };

/** The viewer's drafts, the latest first. */
export async function draftsOf(viewer: Viewer): Promise<DraftLine[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().requestDraft.findMany({
    where: { personId: viewer.personId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_DRAFTS,
    select: { id: true, title: true, description: true, updatedAt: true },
  });
  return rows.map(({ description, title, ...row }) => ({
    ...row,
    title: title || [...description].slice(0, 80).join('') || 'Nothing written yet',
  }));
}
