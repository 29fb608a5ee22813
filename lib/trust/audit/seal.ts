import { createHash } from 'node:crypto';

/** What a seal covers, always in this order: any change of an entry, or of the order of entries, breaks the chain. */
export function sealOf(
  previous: string,
  entry: {
    id: string;
    at: Date;
    action: string;
    actorKind: string;
    personId: string | null;
    customerId: string | null;
    companyId: string | null;
    objectType: string;
    objectId: string | null;
    detail: unknown;
    callId: string | null;
  },
): string {
  const text = JSON.stringify([
    previous,
    entry.id,
    entry.at.toISOString(),
    entry.action,
    entry.actorKind,
    entry.personId,
    entry.customerId,
    entry.companyId,
    entry.objectType,
    entry.objectId,
    sorted(entry.detail),
    entry.callId,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with its keys in order: Postgres keeps no order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
