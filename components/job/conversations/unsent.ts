import type { Line } from './outbox';

const shelfOf = (conversationId: string, viewerId: string) => `unsent.${conversationId}.${viewerId}`;

/**
 * Lines that were sent on this tab and are not known to be stored, in order: a reload takes them along. The server knows each
 * by its id, so one that arrived after all counts once.
 */
export function unsentIn(conversationId: string, viewerId: string): Line[] {
  try {
    const lines: unknown = JSON.parse(sessionStorage.getItem(shelfOf(conversationId, viewerId)) ?? '[]');
    return Array.isArray(lines) ? (lines as Line[]) : [];
  } catch {
    return [];
  }
}

/** A browser that keeps nothing, or has no room, loses them with the page, as before. */
export function keepUnsent(conversationId: string, viewerId: string, lines: readonly Line[]): void {
  const shelf = shelfOf(conversationId, viewerId);
  try {
    if (lines.length === 0) sessionStorage.removeItem(shelf);
    else
      sessionStorage.setItem(shelf, JSON.stringify(lines.map(({ clientId, body }) => ({ clientId, body }))));
  } catch {
    // Nothing else can be done about it.
  }
}
