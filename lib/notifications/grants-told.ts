import type { EventOf } from '@/lib/core/events';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Detail } from './kinds';

/** What is said beside the kind's own words. Instants stand on the page, in the reader's own zone. */
export async function toldOfGrant(
  tx: Tx,
  event: EventOf<'grant.denied'> | EventOf<'grant.incident'>,
): Promise<Partial<Detail>> {
  if (event.name === 'grant.denied')
    return event.proven ? {} : { reason: 'AWSDenyAll is attached, but no call could prove that it holds.' };
  const { kind, detail } = await tx.db.grantIncident.findUniqueOrThrow({ where: { id: event.incidentId } });
  if (kind === 'deny_removed') return { reason: 'Someone removed AWSDenyAll in AWS. We attached it again.' };
  const { says = '', name = '' } = detail as { says?: string; name?: string };
  return { reason: kind === 'role_changed' ? says : `AWS allowed ${name} after the access was denied.` };
}
