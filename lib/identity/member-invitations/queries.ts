import type { Side } from '@/lib/core/lifecycle';
import type { Viewer } from '@/lib/core/rights';
import type { InvitationStatus } from '@/lib/identity/invitations/lifecycle';
import { type Seen, seenBy } from '@/lib/identity/invitations/queries';
import type { Right } from '@/lib/identity/members/rules';
import { database } from '@/lib/platform/db/client';

const TENANT = { customer: { select: { name: true } }, company: { select: { name: true } } } as const;

export type ReadInvitation = {
  id: string;
  side: Side;
  tenant: string;
  email: string;
  by: string;
  rights: Right[];
  status: InvitationStatus;
  expiresAt: Date;
} & Pick<Seen, 'mine' | 'token'>;

/** An invitation, for whoever holds its link or signs in with the address that it was sent to; null for everybody else. */
export async function invitationFor(
  viewer: Viewer,
  id: string,
  token: string | null,
): Promise<ReadInvitation | null> {
  const row = await database().memberInvitation.findUnique({ where: { id }, include: TENANT });
  if (!row) return null;
  const seen = seenBy(viewer, row, token);
  if (!seen) return null;
  const inviter = await database().person.findUnique({
    where: { id: row.invitedBy },
    select: { name: true },
  });
  return {
    id,
    side: row.customerId ? 'customer' : 'company',
    tenant: (row.customer ?? row.company)!.name,
    email: row.email,
    by: inviter?.name ?? 'Someone',
    rights: row.customerId ? row.customerRights : row.companyRights,
    status: row.status,
    expiresAt: row.expiresAt,
    mine: seen.mine,
    token: seen.token,
  };
}

/** Invitations that wait for the viewer's answer, the newest first. */
export async function invitationsFor(viewer: Viewer): Promise<{ id: string; tenant: string; at: Date }[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().memberInvitation.findMany({
    where: { status: 'sent', email: viewer.email },
    include: TENANT,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return rows.map((row) => ({
    id: row.id,
    tenant: (row.customer ?? row.company)!.name,
    at: row.createdAt,
  }));
}
