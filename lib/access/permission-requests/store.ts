import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { ASKED } from './lifecycle';
import type { AskFor } from './schema';

export async function proposalById(tx: Tx, id: string) {
  return found(await rowsOf(tx).proposal.findUnique({ where: { id } }), 'proposal');
}

/** A permission request with what says whose it is. */
export async function permissionRequestById(tx: Tx, id: string) {
  return found(
    await rowsOf(tx).permissionRequest.findUnique({ where: { id }, include: { proposal: true } }),
    'permission request',
  );
}

/** A permission request with the access that came of it. */
export async function permissionRequestToTell(tx: Tx, id: string) {
  const grant = {
    select: { id: true, createdAt: true, endsAt: true, connection: { select: { label: true } } },
  };
  const row = await rowsOf(tx).permissionRequest.findUnique({ where: { id }, include: { grant } });
  return found(row, 'permission request');
}

export function openPermissionRequestsOf(tx: Tx, where: { proposalId?: string; expertId?: string }) {
  return rowsOf(tx).permissionRequest.findMany({
    where: { ...where, status: { in: [...ASKED] } },
    orderBy: { id: 'asc' },
  });
}

/** What a member of a company has asked for and nobody has decided. */
export async function openPermissionRequestsOfMember(tx: Tx, of: { personId: string; companyId: string }) {
  const profile = await rowsOf(tx).expert.findUnique({
    where: { personId_companyId: of },
    select: { id: true },
  });
  if (!profile) return [];
  return rowsOf(tx).permissionRequest.findMany({
    where: { expertId: profile.id, status: { in: [...ASKED] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
}

export function insertPermissionRequest(
  tx: Tx,
  row: Pick<AskFor, 'proposalId' | 'level' | 'reason'> & {
    expertId: string;
    requestedBy: string;
    requestedAt: Date;
  },
) {
  return rowsOf(tx).permissionRequest.create({ data: row });
}

/** The account that somebody is to be let into. */
export async function connectionById(tx: Tx, id: string) {
  return found(await rowsOf(tx).connection.findUnique({ where: { id } }), 'connection');
}
