import { mayRun, type Viewer } from '@/lib/core/rights';
import { ofCompanies } from '@/lib/core/scope';
import { IN_FORCE } from '@/lib/job/proposals/lifecycle';
import { canRespond } from '@/lib/market/certifications/rules';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { ASKED } from './lifecycle';
import { PERMISSION_REQUEST_COMMANDS } from './rights';

/** What the form that asks for access needs: the accepted proposal, and whether this person may ask. */
export async function askOf(viewer: Viewer, conversationId: string) {
  if (viewer.kind !== 'person') return null;
  const proposal = await database().proposal.findFirst({
    where: {
      conversationId,
      ...ofCompanies(viewer),
      status: { in: [...IN_FORCE] },
    },
    select: {
      id: true,
      title: true,
      companyId: true,
      customerId: true,
      conversation: { select: { request: { select: { contactName: true } } } },
      permissionRequests: { where: { status: { in: [...ASKED] } }, select: { id: true, expertId: true } },
    },
  });
  if (!proposal) return null;
  const profile = await database().expert.findUnique({
    where: { personId_companyId: { personId: viewer.personId, companyId: proposal.companyId } },
    include: { certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
  const refused = mayRun(viewer, PERMISSION_REQUEST_COMMANDS.request, proposal);
  const open = proposal.permissionRequests.find((request) => request.expertId === profile?.id);
  return {
    proposalId: proposal.id,
    companyId: proposal.companyId,
    title: proposal.title,
    customer: proposal.conversation.request.contactName,
    openId: open?.id ?? null,
    /** Why this person cannot ask, in a sentence. */
    because:
      refused?.message ??
      (profile
        ? (canRespond(profile.certifications, await appNow())?.message ?? null)
        : 'Only an expert with a profile can request access, and only for themselves.'),
  };
}
