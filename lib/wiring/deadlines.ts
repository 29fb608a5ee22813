import { endInTime } from '@/lib/access/grants/commands';
import { GRANT } from '@/lib/access/grants/lifecycle';
import { wakeDeletion } from '@/lib/access/provisioning/commands';
import { CLIENT_INVITATION, MEMBER_INVITATION } from '@/lib/identity/invitations/lifecycle';
import * as memberInvitations from '@/lib/identity/member-invitations/commands';
import * as certifications from '@/lib/market/certifications/commands';
import { CERTIFICATION } from '@/lib/market/certifications/lifecycle';
import * as clients from '@/lib/market/clients/commands';
import { autoApprove } from '@/lib/money/payment-requests/commands';
import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import { deadline } from '@/lib/platform/doors/deadline';

/** What the clock fires, a sweep for each `after` of a lifecycle, in the process that may change the thing. */
export const DEADLINES = {
  worker: [
    deadline(CERTIFICATION, 'expire', (tx, actor, certificationId) =>
      certifications.expire(tx, actor, { certificationId }),
    ),
    deadline(PAYMENT_REQUEST, 'autoApprove', (tx, actor, paymentRequestId) =>
      autoApprove(tx, actor, { paymentRequestId }),
    ),
    deadline(MEMBER_INVITATION, 'expire', (tx, actor, invitationId) =>
      memberInvitations.expire(tx, actor, { invitationId }),
    ),
    deadline(CLIENT_INVITATION, 'expire', (tx, actor, invitationId) =>
      clients.expire(tx, actor, { invitationId }),
    ),
  ],
  broker: [
    deadline(GRANT, 'revoke', (tx, actor, grantId) => endInTime(tx, actor, { grantId })),
    deadline(GRANT, 'delete', (tx, actor, grantId) => wakeDeletion(tx, actor, { grantId })),
  ],
};
