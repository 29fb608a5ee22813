import type { No } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { sellingOf } from '@/lib/core/scope';
import type { InvitationStatus } from '@/lib/identity/invitations/lifecycle';
import { type Seen, seenBy } from '@/lib/identity/invitations/queries';
import { database } from '@/lib/platform/db/client';
import { mayInvite } from './rules';

export type SentInvitation = {
  id: string;
  email: string;
  clientName: string;
  title: string;
  by: string;
  status: InvitationStatus;
  at: Date;
  expiresAt: Date;
  /** The response's, once it was accepted. */
  conversationId: string | null;
};
export type ClientsPage = {
  companyId: string;
  companyName: string;
  /** Why the viewer cannot invite; null: they can. */
  refusal: No | null;
  invitations: SentInvitation[];
};

const SHOWN = 100;

/** The clients of the viewer's companies: one page for each company, the one first in which they may invite. */
export async function clientsOf(viewer: Viewer, now: Date): Promise<ClientsPage[]> {
  if (viewer.kind !== 'person') return [];
  const ids = sellingOf(viewer);
  const companies = await database().company.findMany({
    where: { id: { in: ids } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      experts: { where: { personId: viewer.personId }, include: { certifications: true } },
    },
  });
  const pages: ClientsPage[] = [];
  for (const { id, name, experts } of companies)
    pages.push({
      companyId: id,
      companyName: name,
      refusal: mayInvite(experts[0] ?? null, now),
      invitations: await invitationsOf(id),
    });
  return pages.sort((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null));
}

async function invitationsOf(companyId: string): Promise<SentInvitation[]> {
  const rows = await database().clientInvitation.findMany({
    where: { companyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  const requests = rows.flatMap(({ requestId }) => requestId ?? []);
  const [experts, responses] = await Promise.all([
    database().expert.findMany({
      where: { id: { in: [...new Set(rows.map(({ expertId }) => expertId))] } },
      select: { id: true, person: { select: { name: true } } },
    }),
    database().response.findMany({
      where: { companyId, requestId: { in: requests } },
      select: { id: true, requestId: true },
    }),
  ]);
  const names = new Map(experts.map(({ id, person }) => [id, person.name]));
  const conversations = new Map(responses.map(({ id, requestId }) => [requestId, id]));
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    clientName: row.clientName,
    title: row.title,
    by: names.get(row.expertId) ?? 'Someone',
    status: row.status,
    at: row.createdAt,
    expiresAt: row.expiresAt,
    conversationId: (row.requestId && conversations.get(row.requestId)) || null,
  }));
}

export type ReadInvitation = {
  id: string;
  email: string;
  clientName: string;
  title: string;
  note: string;
  status: InvitationStatus;
  expiresAt: Date;
  expert: string;
  company: string;
  /** Once it was accepted, for whoever did. */
  requestId: string | null;
} & Pick<Seen, 'mine' | 'token'>;

/** An invitation for whoever has its link, or signs in with its address; null for everybody else. */
export async function invitationFor(
  viewer: Viewer,
  id: string,
  token: string | null,
): Promise<ReadInvitation | null> {
  const row = await database().clientInvitation.findUnique({ where: { id } });
  if (!row) return null;
  const seen = seenBy(viewer, row, token);
  if (!seen) return null;
  const expert = await database().expert.findUnique({
    where: { id: row.expertId },
    select: { person: { select: { name: true } }, company: { select: { name: true } } },
  });
  if (!expert) return null;
  const { email, clientName, title, note, status, expiresAt, requestId } = row;
  return {
    id,
    email,
    clientName,
    title,
    note,
    status,
    expiresAt,
    expert: expert.person.name,
    company: expert.company.name,
    mine: seen.mine,
    token: seen.token,
    requestId: seen.answered ? requestId : null,
  };
}
