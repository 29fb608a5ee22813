import type { Person, Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import type { RequestStatus } from './lifecycle';
import { FORM_COLUMNS, type Told } from './schema';

/** The customers that a person may post for, by name. */
export async function customersToPostFor(person: Person): Promise<{ id: string; name: string }[]> {
  const ids = tenantsOf(person).customers;
  if (ids.length === 0) return [];
  return database().customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** A request of the viewer's own customer as its edit form needs it; null where it is not theirs. */
export async function requestToEdit(viewer: Viewer, id: string) {
  const row = await database().request.findFirst({
    where: { id, ...ofCustomers(viewer) },
    select: {
      id: true,
      customerId: true,
      ...FORM_COLUMNS,
      _count: { select: { edits: true } },
    },
  });
  if (!row) return null;
  const { _count, ...request } = row;
  return { ...request, edits: _count.edits };
}

export type OwnRequest = Told & {
  id: string;
  customerId: string;
  slots: number | null;
  audience: 'everyone' | 'direct' | 'client';
  /** The name of the company that was asked directly. */
  toCompany: string | null;
  openedAt: Date | null;
  viewCount: number;
  responseCount: number;
  openCount: number;
  unansweredAt: Date | null;
  contactName: string;
  contactEmail: string;
  status: RequestStatus;
  settledAt: Date | null;
  chosenId: string | null;
  thanks: string | null;
  createdAt: Date;
  editedAt: Date | null;
  /** What it said before each edit, the latest first. */
  edits: (Told & { id: string; at: Date; by: string })[];
};

/** A request of the viewer's own customer with its history; null where it is not theirs. */
export async function requestOf(viewer: Viewer, id: string): Promise<OwnRequest | null> {
  const row = await database().request.findFirst({
    where: { id, ...ofCustomers(viewer) },
    include: { edits: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 50 } },
  });
  if (!row) return null;
  const { edits, postedBy: _postedBy, toCompanyId, toExpertId: _toExpertId, ...request } = row;
  const company = toCompanyId
    ? await database().company.findUnique({ where: { id: toCompanyId }, select: { name: true } })
    : null;
  const editors = [...new Set(edits.map((edit) => edit.personId))];
  const people = editors.length
    ? await database().person.findMany({ where: { id: { in: editors } }, select: { id: true, name: true } })
    : [];
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    ...request,
    toCompany: company?.name ?? null,
    edits: edits.map(({ personId, requestId: _requestId, ...edit }) => ({
      ...edit,
      by: names.get(personId) ?? 'Someone',
    })),
  };
}
