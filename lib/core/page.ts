/** A place in a list ordered by an instant and an id, newest first: what "older" and "newer" links carry. */
export type Cursor = { at: Date; id: string };

export type Page<Row> = { rows: Row[]; next: string | null };

export const PAGE_SIZE = 20;

/** Opaque to people, plain to us: the instant in milliseconds and the id, joined by a dot. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}.${id.replaceAll('-', '')}`;
}

/** The place, or null where the text is not one: a broken link shows the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = /^([0-9a-z]{1,10})\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
    text ?? '',
  );
  if (!match) return null;
  const at = new Date(Number.parseInt(match[1]!, 36));
  return Number.isNaN(at.getTime()) ? null : { at, id: match.slice(2).join('-') };
}

/** Cuts `size + 1` fetched rows into a page and the place of the next one. */
export function pageOf<Row>(rows: Row[], cursorOf: (row: Row) => Cursor, size = PAGE_SIZE): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? writeCursor(cursorOf(last)) : null };
}
