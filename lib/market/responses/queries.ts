import type { No } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import type { Footing } from '@/lib/market/footing/queries';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import { TOLD_COLUMNS, type Told } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import type { ResponseStatus } from './lifecycle';
import { mayAnswerThis, type ResponseOrigin } from './rules';

export type RequestForExpert = Omit<Told, 'description'> & {
  id: string;
  /** Null for somebody who may not read it. */
  description: string | null;
  contactName: string | null;
  createdAt: Date;
  editedAt: Date | null;
  responseCount: number;
  openCount: number;
  slots: number | null;
  /** Only the viewer's company sees it: a customer asked it directly, or it brought the customer. */
  private: boolean;
  /** Whom the customer chose: the viewer's company, or another one. Null: nobody yet. */
  settled: 'us' | 'another' | null;
  /** What it said before each edit, the latest first. Nothing for somebody who may not read it. */
  edits: (Told & { id: string; at: Date })[];
  mine: MyResponse | null;
  draft: { text: string; held: boolean; updatedAt: Date } | null;
  /** Why the viewer cannot respond; null: they can. */
  refusal: No | null;
  /** Why nobody of the viewer's company could, whatever their certifications; null: it takes their response. */
  closed: No | null;
};

export type MyResponse = {
  id: string;
  status: ResponseStatus;
  origin: ResponseOrigin;
  text: string;
  createdAt: Date;
  readAt: Date | null;
};

/** The most edits that are shown. */
const EDITS_SHOWN = 50;

/**
 * A request as an expert reads it: an open one, one that their company has answered or had opened before it was closed,
 * or one that they are writing to; null where it is none of these.
 */
export async function requestForExpert(
  viewer: Viewer,
  footing: Footing,
  id: string,
): Promise<RequestForExpert | null> {
  if (viewer.kind !== 'person') return null;
  const { personId } = viewer;
  const { companies } = tenantsOf(viewer);
  const row = await database().request.findFirst({
    where: {
      id,
      OR: [
        { status: 'accepting', audience: 'everyone', customer: { suspendedAt: null } },
        { responses: { some: { companyId: { in: companies } } } },
        {
          audience: 'everyone',
          OR: [{ views: { some: { companyId: { in: companies } } } }, { drafts: { some: { personId } } }],
        },
      ],
    },
    select: {
      id: true,
      ...TOLD_COLUMNS,
      contactName: true,
      createdAt: true,
      editedAt: true,
      responseCount: true,
      openCount: true,
      slots: true,
      status: true,
      audience: true,
      settledAt: true,
      chosenId: true,
      customer: {
        select: {
          suspendedAt: true,
          members: {
            where: { person: { companies: { some: { companyId: footing.companyId } } } },
            select: { personId: true },
            take: 1,
          },
        },
      },
      edits: {
        select: { id: true, at: true, ...TOLD_COLUMNS },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: EDITS_SHOWN,
      },
      drafts: { where: { personId }, select: { text: true, sendWhenVerified: true, updatedAt: true } },
      responses: {
        where: { companyId: { in: companies } },
        select: {
          id: true,
          companyId: true,
          status: true,
          origin: true,
          text: true,
          createdAt: true,
          readAt: true,
        },
      },
    },
  });
  if (!row) return null;
  const { customer, responses, status, audience, settledAt, chosenId, drafts, edits, ...request } = row;
  const own = responses.find((response) => response.companyId === footing.companyId) ?? responses[0];
  const { companyId: _companyId, ...mine } = own ?? { companyId: null };
  const closed = mayAnswerThis({
    accepting: isAccepting(status) && customer.suspendedAt === null,
    settled: settledAt !== null,
    full: request.slots !== null && request.openCount >= request.slots,
    ownPeople: customer.members.length > 0,
    responded: own?.status ?? null,
  });
  const readable = footing.refusal === null || own !== undefined;
  const [draft] = drafts;
  return {
    ...request,
    description: readable ? request.description : null,
    contactName: readable ? request.contactName : null,
    private: audience !== 'everyone',
    settled: settledAt === null ? null : own?.id === chosenId ? 'us' : 'another',
    edits: readable ? edits : [],
    mine: own ? (mine as MyResponse) : null,
    draft: draft ? { text: draft.text, held: draft.sendWhenVerified, updatedAt: draft.updatedAt } : null,
    refusal: footing.refusal ?? closed,
    closed,
  };
}

/** What anybody who is signed in may see of an open request of others: what is asked for, not the whole story. */
export async function glimpseOf(viewer: Viewer, id: string) {
  if (viewer.kind !== 'person' || viewer.suspended) return null;
  return database().request.findFirst({
    where: {
      id,
      status: 'accepting',
      audience: 'everyone',
      customer: { suspendedAt: null },
      NOT: ofCustomers(viewer),
    },
    select: { title: true, budget: true, location: true, createdAt: true },
  });
}
export type Glimpse = NonNullable<Awaited<ReturnType<typeof glimpseOf>>>;
