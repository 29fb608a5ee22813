import { type Actor, authorise } from '@/lib/core/rights';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { Tx } from '@/lib/platform/db/transaction';
import { underDeny, wasServed } from './incident-rules';
import { type GrantRow, grantById, jobOf, saveGrant } from './store';
import { insertIncidents, servedSince } from './store-looks';

type Incident = {
  kind: 'deny_removed' | 'role_changed';
  since: Date;
  until: Date | null;
  at: Date;
  detail: Prisma.InputJsonObject;
};

/** Keeps that AWS was otherwise than it was said to be, and tells both sides. */
export async function keepIncident(
  tx: Tx,
  grant: GrantRow,
  round: number,
  incident: Incident,
): Promise<void> {
  const row = { ...incident, grantId: grant.id, round, key: incident.at.toISOString() };
  const { firstId } = await insertIncidents(tx, [row]);
  if (firstId) tell(tx, grant, firstId);
}

/**
 * A reaction to what was read in CloudTrail: whatever was done after the access was called denied, and was not refused, is
 * kept, told, and followed by a look at the role at once.
 */
export async function judge(
  tx: Tx,
  actor: Actor,
  input: { grantId: string },
  propagationMs: number,
): Promise<void> {
  authorise(actor, 'activity.record');
  const grant = await grantById(tx, input.grantId);
  const said = grant.steps.filter(({ kind }) => kind === 'session_refused' || kind === 'not_provable');
  if (said.length === 0) return;
  const since = new Date(Math.min(...said.map((step) => +step.at)));
  const events = await servedSince(tx, grant.id, since);
  const acted = events.filter((event) => wasServed(event) && underDeny(event.at, grant.steps, propagationMs));
  if (acted.length === 0) return;
  const at = await tx.now();
  const { firstId } = await insertIncidents(
    tx,
    acted.map(({ eventId: key, at: since, name, source, region }) => ({
      grantId: grant.id,
      kind: 'acted_after_deny' as const,
      round: grant.round,
      key,
      since,
      until: null,
      at,
      detail: { name, source, region },
    })),
  );
  await saveGrant(tx, grant.id, { lookDueAt: at });
  if (firstId) tell(tx, grant, firstId);
}

function tell(tx: Tx, grant: GrantRow, incidentId: string): void {
  const { id: grantId, proposalId } = grant;
  tx.emit({ name: 'grant.incident', incidentId, grantId, proposalId, ...jobOf(grant) });
}
