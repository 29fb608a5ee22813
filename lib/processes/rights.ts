import { ACTIVITY_COMMANDS } from '@/lib/access/activity/rights';
import { CHECK_COMMANDS } from '@/lib/access/checks/rights';
import { CONNECTION_COMMANDS } from '@/lib/access/connections/rights';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { PERMISSION_REQUEST_COMMANDS } from '@/lib/access/permission-requests/rights';
import type { Command } from '@/lib/core/rights';
import { DEMO_COMMANDS } from '@/lib/demo/rights';
import { ADDRESS_COMMANDS } from '@/lib/identity/addresses/rights';
import { ADMIN_COMMANDS } from '@/lib/identity/admins/rights';
import { COMPANY_COMMANDS } from '@/lib/identity/companies/rights';
import { CUSTOMER_COMMANDS } from '@/lib/identity/customers/rights';
import { FACTOR_COMMANDS } from '@/lib/identity/factors/rights';
import { MEMBER_INVITATION_COMMANDS } from '@/lib/identity/member-invitations/rights';
import { MEMBER_COMMANDS } from '@/lib/identity/members/rights';
import { PASSKEY_COMMANDS } from '@/lib/identity/passkeys/rights';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { SESSION_COMMANDS } from '@/lib/identity/sessions/rights';
import { SIGN_IN_COMMANDS } from '@/lib/identity/sign-in/rights';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { DRAFT_COMMANDS } from '@/lib/job/drafts/rights';
import { MESSAGE_COMMANDS } from '@/lib/job/messages/rights';
import { PROPOSAL_COMMANDS } from '@/lib/job/proposals/rights';
import { ADVICE_COMMANDS } from '@/lib/market/advice/rights';
import { CERTIFICATION_COMMANDS } from '@/lib/market/certifications/rights';
import { CLIENT_COMMANDS } from '@/lib/market/clients/rights';
import { DIRECT_REQUEST_COMMANDS } from '@/lib/market/direct-requests/rights';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { EDIT_COMMANDS } from '@/lib/market/edits/rights';
import { EXPERT_COMMANDS } from '@/lib/market/experts/rights';
import { MARK_COMMANDS } from '@/lib/market/marks/rights';
import { PHOTO_COMMANDS } from '@/lib/market/photos/rights';
import { REQUEST_COMMANDS } from '@/lib/market/requests/rights';
import { RESPONSE_DRAFT_COMMANDS } from '@/lib/market/response-drafts/rights';
import { RESPONSE_COMMANDS } from '@/lib/market/responses/rights';
import { SAVED_SEARCH_COMMANDS } from '@/lib/market/saved-searches/rights';
import { SETTLING_COMMANDS } from '@/lib/market/settling/rights';
import { VERIFICATION_COMMANDS } from '@/lib/market/verification/rights';
import { VIEW_COMMANDS } from '@/lib/market/views/rights';
import { METHOD_COMMANDS } from '@/lib/money/methods/rights';
import { PAYMENT_REQUEST_COMMANDS } from '@/lib/money/payment-requests/rights';
import { PAYMENT_COMMANDS } from '@/lib/money/payments/rights';
import { STRIPE_EVENT_COMMANDS } from '@/lib/money/stripe-events/rights';
import { BOUNCE_COMMANDS } from '@/lib/notifications/bounces/rights';
import { DELIVERY_COMMANDS } from '@/lib/notifications/delivery/rights';
import { NEWS_COMMANDS } from '@/lib/notifications/news/rights';
import { PREFERENCE_COMMANDS } from '@/lib/notifications/preferences/rights';
import { AUDIT_COMMANDS } from '@/lib/trust/audit/rights';
import { MODERATION_COMMANDS } from '@/lib/trust/moderation/rights';
import { REPORT_COMMANDS } from '@/lib/trust/reports/rights';
import { REVIEW_COMMANDS } from '@/lib/trust/reviews/rights';

/** Every command and who may run it: the whole of authorisation by role, by name. */
export const RIGHTS: Readonly<Record<string, Command>> = Object.fromEntries(
  [
    SIGN_IN_COMMANDS,
    DEMO_COMMANDS,
    FACTOR_COMMANDS,
    ADMIN_COMMANDS,
    SESSION_COMMANDS,
    STEP_UP_COMMANDS,
    PASSKEY_COMMANDS,
    PERSON_COMMANDS,
    ADDRESS_COMMANDS,
    EXPERT_COMMANDS,
    VERIFICATION_COMMANDS,
    CERTIFICATION_COMMANDS,
    PHOTO_COMMANDS,
    COMPANY_COMMANDS,
    CUSTOMER_COMMANDS,
    MEMBER_INVITATION_COMMANDS,
    MEMBER_COMMANDS,
    REQUEST_COMMANDS,
    REQUEST_DRAFT_COMMANDS,
    EDIT_COMMANDS,
    DIRECT_REQUEST_COMMANDS,
    ADVICE_COMMANDS,
    VIEW_COMMANDS,
    SETTLING_COMMANDS,
    MARK_COMMANDS,
    SAVED_SEARCH_COMMANDS,
    CLIENT_COMMANDS,
    RESPONSE_COMMANDS,
    RESPONSE_DRAFT_COMMANDS,
    MESSAGE_COMMANDS,
    DRAFT_COMMANDS,
    PROPOSAL_COMMANDS,
    METHOD_COMMANDS,
    PAYMENT_REQUEST_COMMANDS,
    PAYMENT_COMMANDS,
    STRIPE_EVENT_COMMANDS,
    CONNECTION_COMMANDS,
    CHECK_COMMANDS,
    PERMISSION_REQUEST_COMMANDS,
    GRANT_COMMANDS,
    ACTIVITY_COMMANDS,
    REVIEW_COMMANDS,
    REPORT_COMMANDS,
    MODERATION_COMMANDS,
    NEWS_COMMANDS,
    PREFERENCE_COMMANDS,
    BOUNCE_COMMANDS,
    DELIVERY_COMMANDS,
    AUDIT_COMMANDS,
  ]
    .flatMap((noun): Command[] => Object.values(noun))
    .map((command) => [command.name, command]),
);
