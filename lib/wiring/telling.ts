import { telling as grants } from '@/lib/access/grants/telling';
import { telling as incidents } from '@/lib/access/incidents/telling';
import { telling as permissionRequests } from '@/lib/access/permission-requests/telling';
import type { EventName } from '@/lib/core/events';
import { telling as members } from '@/lib/identity/members/telling';
import { telling as messages } from '@/lib/job/messages/telling';
import { telling as proposals } from '@/lib/job/proposals/telling';
import { telling as advice } from '@/lib/market/advice/telling';
import { telling as certifications } from '@/lib/market/certifications/telling';
import { telling as edits } from '@/lib/market/edits/telling';
import { telling as responseDrafts } from '@/lib/market/response-drafts/telling';
import { telling as responses } from '@/lib/market/responses/telling';
import { telling as savedSearches } from '@/lib/market/saved-searches/telling';
import { telling as settling } from '@/lib/market/settling/telling';
import { telling as paymentRequests } from '@/lib/money/payment-requests/telling';
import { telling as payments } from '@/lib/money/payments/telling';
import type { Telling } from '@/lib/platform/telling/telling';
import { telling as moderation } from '@/lib/trust/moderation/telling';
import { telling as reports } from '@/lib/trust/reports/telling';
import { telling as reviews } from '@/lib/trust/reviews/telling';

const TOLD = {
  ...members,
  ...edits,
  ...advice,
  ...responses,
  ...responseDrafts,
  ...settling,
  ...savedSearches,
  ...certifications,
  ...messages,
  ...proposals,
  ...paymentRequests,
  ...payments,
  ...permissionRequests,
  ...grants,
  ...incidents,
  ...reviews,
  ...reports,
  ...moderation,
};

/** What happens and is told to nobody. An event that stands neither here nor in a noun's telling does not compile. */
const SILENT = {
  'request.posted': null,
  'request.private': null,
  'request.contactNamed': null,
  'client.accepted': null,
  'response.read': null,
  'messages.read': null,
  'connection.lost': null,
  'connection.found': null,
  'activity.refused': null,
  'activity.recorded': null,
  'expert.edited': null,
  'company.edited': null,
  'company.grown': null,
  'company.closed': null,
  'company.suspended': null,
  'customer.suspended': null,
  'person.suspended': null,
  'person.restored': null,
  'person.edited': null,
  'person.renamed': null,
} satisfies Record<Exclude<EventName, keyof typeof TOLD>, null>;

/** What every event says, as each noun's telling.ts has it. */
export const TELLING: Telling = { ...TOLD, ...SILENT };
