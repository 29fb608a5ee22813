import { can } from '@/lib/core/lifecycle';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { CONNECTION, type ConnectionState, isConnected } from './lifecycle';
import { CONNECTION_COMMANDS } from './rights';

import { type Check, checkSchema } from './schema';

export type ConnectionRow = {
  id: string;
  customerId: string;
  awsAccountId: string;
  label: string;
  status: ConnectionState;
  verifiedAt: Date | null;
  /** Grants into this account that are not over. */
  live: number;
};

export type ConnectionView = Omit<ConnectionRow, 'live'> & {
  customer: string;
  checks: Check[];
  refusal: string | null;
  createdAt: Date;
  /** Whether this viewer may verify it, and be shown its ExternalId. */
  mayVerify: boolean;
  mayShowExternalId: boolean;
};

const LIVE = [
  'provisioning',
  'active',
  'revoking',
  'denied',
  'denied_not_deleted',
  'connection_lost',
] as const;

/** The AWS accounts of the viewer's customers, newest first. */
export async function connectionsOf(viewer: Viewer): Promise<ConnectionRow[]> {
  const rows = await database().connection.findMany({
    where: ofCustomers(viewer),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    include: { _count: { select: { grants: { where: { status: { in: [...LIVE] } } } } } },
  });
  return rows.map(({ id, customerId, awsAccountId, label, status, verifiedAt, _count }) => ({
    id,
    customerId,
    awsAccountId,
    label,
    status,
    verifiedAt,
    live: _count.grants,
  }));
}

export async function connectionOf(viewer: Viewer, id: string): Promise<ConnectionView | null> {
  const row = await database().connection.findFirst({
    where: { id, ...ofCustomers(viewer) },
    include: { customer: { select: { name: true } } },
  });
  if (!row) return null;
  const mayVerify = mayRun(viewer, CONNECTION_COMMANDS.verify, row) === null;
  return {
    id: row.id,
    customerId: row.customerId,
    customer: row.customer.name,
    awsAccountId: row.awsAccountId,
    label: row.label,
    status: row.status,
    verifiedAt: row.verifiedAt,
    checks: checkSchema.array().parse(row.checks),
    refusal: row.refusal,
    createdAt: row.createdAt,
    mayVerify: mayVerify && (isConnected(row.status) || can(CONNECTION, row.status, 'verify')),
    mayShowExternalId: mayVerify && !isConnected(row.status),
  };
}

/** The viewer's customers for whom they may connect accounts: the choice on the form, where there is one. */
export async function customersToConnect(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const ids = tenantsOf(viewer).customers.filter(
    (customerId) => mayRun(viewer, CONNECTION_COMMANDS.add, { customerId }) === null,
  );
  return database().customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
