import { CONNECTION } from '@/lib/access/connections/lifecycle';
import { GRANT } from '@/lib/access/grants/lifecycle';
import { PERMISSION_REQUEST } from '@/lib/access/permission-requests/lifecycle';
import type { Lifecycle } from '@/lib/core/lifecycle';
import { CLIENT_INVITATION, MEMBER_INVITATION } from '@/lib/identity/invitations/lifecycle';
import { PROPOSAL } from '@/lib/job/proposals/lifecycle';
import { CERTIFICATION } from '@/lib/market/certifications/lifecycle';
import { REQUEST } from '@/lib/market/requests/lifecycle';
import { RESPONSE } from '@/lib/market/responses/lifecycle';

import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import { PAYMENT } from '@/lib/money/payments/lifecycle';
import { REVIEW } from '@/lib/trust/reviews/lifecycle';

export type AnyLifecycle = Lifecycle<string, string>;

/** Every lifecycle, in the order in which a job meets them. */
export const LIFECYCLES = [
  REQUEST,
  RESPONSE,
  CERTIFICATION,
  PROPOSAL,
  PAYMENT_REQUEST,
  PAYMENT,
  CONNECTION,
  PERMISSION_REQUEST,
  GRANT,
  REVIEW,
  CLIENT_INVITATION,
  MEMBER_INVITATION,
] as readonly AnyLifecycle[];
