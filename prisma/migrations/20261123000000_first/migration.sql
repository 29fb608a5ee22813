-- Hand-written part of the first migration: what the tables below need.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The application's time: the wall clock, plus in the demo how far it was moved. Functions bodies in SQL are checked at
-- call time, so that it may stand before its table.
SET check_function_bodies = false;
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce((SELECT "offsetMs" FROM public."clock" WHERE id = 1), 0) * interval '1 millisecond'
$$;

RESET check_function_bodies;


-- CreateEnum
CREATE TYPE "ConnectionStatus" AS ENUM ('waiting', 'verifying', 'connected', 'refused', 'lost');

-- CreateEnum
CREATE TYPE "PermissionLevel" AS ENUM ('AdministratorAccess', 'Billing', 'DatabaseAdministrator', 'NetworkAdministrator', 'PowerUserAccess', 'SecurityAudit', 'SupportUser', 'SystemAdministrator', 'ViewOnlyAccess');

-- CreateEnum
CREATE TYPE "PermissionRequestStatus" AS ENUM ('requested', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "GrantStatus" AS ENUM ('provisioning', 'failed', 'active', 'revoking', 'denied', 'revoked', 'denied_not_deleted', 'connection_lost');

-- CreateEnum
CREATE TYPE "RevokeCause" AS ENUM ('final_payment', 'proposal_ended', 'person', 'suspension', 'connection', 'end_time');

-- CreateEnum
CREATE TYPE "GrantSessionStatus" AS ENUM ('issuing', 'issued', 'failed');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('customer', 'company');

-- CreateEnum
CREATE TYPE "PaymentType" AS ENUM ('upfront', 'milestone', 'schedule');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('proposed', 'accepted', 'declined', 'withdrawn', 'completed');

-- CreateEnum
CREATE TYPE "PaymentRequestStatus" AS ENUM ('awaiting', 'approved', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('pending', 'processing', 'action_required', 'failed', 'succeeded');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('stripe_clearing', 'expert_payable', 'platform_fee', 'expert_receivable', 'refunds', 'dispute_hold');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('published', 'removed');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "Budget" AS ENUM ('from50', 'from100', 'from1000', 'from10000', 'unknown');

-- CreateEnum
CREATE TYPE "Location" AS ENUM ('anywhere', 'fr', 'uk', 'us', 'anz');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('accepting', 'paused');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('open', 'withdrawn');

-- CreateEnum
CREATE TYPE "CustomerRight" AS ENUM ('owner', 'buy', 'grant');

-- CreateEnum
CREATE TYPE "CompanyRight" AS ENUM ('owner', 'sell', 'bill', 'access', 'chat');

-- CreateEnum
CREATE TYPE "CertificationStatus" AS ENUM ('claimed', 'verified', 'rejected', 'expired');

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customerId" UUID NOT NULL,
    "awsAccountId" CHAR(12) NOT NULL,
    "partition" TEXT NOT NULL DEFAULT 'aws',
    "label" TEXT NOT NULL,
    "status" "ConnectionStatus" NOT NULL DEFAULT 'waiting',
    "grantor" BOOLEAN NOT NULL DEFAULT true,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "refusal" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_secret" (
    "connectionId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_secret_pkey" PRIMARY KEY ("connectionId")
);

-- CreateTable
CREATE TABLE "permission_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposalId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "connectionId" UUID,
    "level" "PermissionLevel" NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "PermissionRequestStatus" NOT NULL DEFAULT 'requested',
    "requestedBy" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,

    CONSTRAINT "permission_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "permissionRequestId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "level" "PermissionLevel" NOT NULL,
    "status" "GrantStatus" NOT NULL DEFAULT 'provisioning',
    "roleName" TEXT NOT NULL,
    "roleArn" TEXT,
    "roleId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "activeAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "revokeCause" "RevokeCause",
    "revokedBy" UUID,
    "revokingAt" TIMESTAMPTZ(3),
    "deniedAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "grantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "grant_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "grantId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "status" "GrantSessionStatus" NOT NULL DEFAULT 'issuing',
    "sessionName" TEXT NOT NULL,
    "accessKeyId" TEXT,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grant_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "grantId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "readOnly" BOOLEAN NOT NULL,
    "errorCode" TEXT,
    "sessionName" TEXT NOT NULL,
    "sourceIp" TEXT,
    "resources" JSONB NOT NULL,
    "raw" JSONB NOT NULL,

    CONSTRAINT "activity_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_trail" (
    "grantId" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "activity_trail_pkey" PRIMARY KEY ("grantId","region")
);

-- CreateTable
CREATE TABLE "lookup_slot" (
    "place" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lookup_slot_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "broker_nonce" (
    "nonce" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broker_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "requestId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "authorId" UUID,
    "side" "Side",
    "clientId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "event" TEXT,
    "objectId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "read_mark" (
    "conversationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_mark_pkey" PRIMARY KEY ("conversationId","personId")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "machine" TEXT NOT NULL,
    "objectId" UUID NOT NULL,
    "from" TEXT,
    "event" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "personId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "personId" UUID,
    "customerId" UUID,
    "companyId" UUID,
    "objectType" TEXT NOT NULL,
    "objectId" UUID,
    "detail" JSONB NOT NULL,
    "callId" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGSERIAL NOT NULL,
    "entryId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "socket_io_attachments" (
    "id" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" BYTEA,

    CONSTRAINT "socket_io_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "type" "PaymentType" NOT NULL,
    "title" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "timeline" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "maximumMinor" BIGINT NOT NULL,
    "feeBasisPoints" INTEGER NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'proposed',
    "textHash" TEXT NOT NULL,
    "acceptedHash" TEXT,
    "declineReason" TEXT,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "acceptedBy" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposalId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposalId" UUID NOT NULL,
    "milestoneId" UUID,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "note" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL,
    "status" "PaymentRequestStatus" NOT NULL DEFAULT 'awaiting',
    "requestedBy" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "autoApproveAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,

    CONSTRAINT "payment_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "paymentRequestId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "feeMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "PaymentStatus" NOT NULL DEFAULT 'pending',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "stripeMethodId" TEXT,
    "stripeIntentId" TEXT,
    "stripeChargeId" TEXT,
    "failureCode" TEXT,
    "failureMessage" TEXT,
    "actionUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "checkAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_method" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customerId" UUID NOT NULL,
    "stripeMethodId" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "expMonth" INTEGER NOT NULL,
    "expYear" INTEGER NOT NULL,
    "savedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "paymentId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "transactionId" UUID NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "companyId" UUID,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposalId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ReviewStatus" NOT NULL DEFAULT 'published',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposalId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "workAgain" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "email" TEXT,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "image" TEXT,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "tabHash" TEXT NOT NULL,
    "linkHash" TEXT,
    "codeHash" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "admin_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "socket_ticket" (
    "hash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "socket_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customerId" UUID NOT NULL,
    "postedBy" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "budget" "Budget" NOT NULL,
    "location" "Location" NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "status" "RequestStatus" NOT NULL DEFAULT 'accepting',
    "responseCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_edit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "budget" "Budget" NOT NULL,
    "location" "Location" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_draft" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tokenHash" TEXT NOT NULL,
    "personId" UUID,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "budget" "Budget",
    "location" "Location",
    "contactName" TEXT,
    "contactEmail" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "requestId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ResponseStatus" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "stripeCustomerId" TEXT,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_member" (
    "customerId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "rights" "CustomerRight"[],
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "customer_member_pkey" PRIMARY KEY ("customerId","personId")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "size" TEXT,
    "partner" BOOLEAN NOT NULL DEFAULT false,
    "freelancer" BOOLEAN NOT NULL DEFAULT false,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_member" (
    "companyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "rights" "CompanyRight"[],
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "company_member_pkey" PRIMARY KEY ("companyId","personId")
);

-- CreateTable
CREATE TABLE "expert" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "experience" TEXT NOT NULL DEFAULT '',
    "rateFromMinor" BIGINT,
    "rateToMinor" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "languages" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "expert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "expertId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameAsPrinted" TEXT NOT NULL,
    "validationNumber" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "status" "CertificationStatus" NOT NULL DEFAULT 'claimed',
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "evidence" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "certification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "connection_customerId_createdAt_idx" ON "connection"("customerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "connection_secret_externalId_key" ON "connection_secret"("externalId");

-- CreateIndex
CREATE INDEX "permission_request_proposalId_requestedAt_idx" ON "permission_request"("proposalId", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "grant_permissionRequestId_key" ON "grant"("permissionRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "grant_roleName_key" ON "grant"("roleName");

-- CreateIndex
CREATE INDEX "grant_proposalId_idx" ON "grant"("proposalId");

-- CreateIndex
CREATE INDEX "grant_customerId_createdAt_idx" ON "grant"("customerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "grant_companyId_createdAt_idx" ON "grant"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "grant_status_heldUntil_idx" ON "grant"("status", "heldUntil");

-- CreateIndex
CREATE INDEX "grant_status_endsAt_idx" ON "grant"("status", "endsAt");

-- CreateIndex
CREATE INDEX "grant_step_grantId_at_idx" ON "grant_step"("grantId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "grant_step_grantId_kind_key" ON "grant_step"("grantId", "kind");

-- CreateIndex
CREATE INDEX "grant_session_grantId_expiresAt_idx" ON "grant_session"("grantId", "expiresAt");

-- CreateIndex
CREATE INDEX "activity_event_grantId_at_idx" ON "activity_event"("grantId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "activity_event_grantId_eventId_key" ON "activity_event"("grantId", "eventId");

-- CreateIndex
CREATE INDEX "activity_trail_dueAt_idx" ON "activity_trail"("dueAt");

-- CreateIndex
CREATE INDEX "broker_nonce_expiresAt_idx" ON "broker_nonce"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_responseId_key" ON "conversation"("responseId");

-- CreateIndex
CREATE INDEX "conversation_customerId_lastAt_idx" ON "conversation"("customerId", "lastAt" DESC);

-- CreateIndex
CREATE INDEX "conversation_companyId_lastAt_idx" ON "conversation"("companyId", "lastAt" DESC);

-- CreateIndex
CREATE INDEX "conversation_requestId_idx" ON "conversation"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversationId_seq_key" ON "message"("conversationId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversationId_clientId_key" ON "message"("conversationId", "clientId");

-- CreateIndex
CREATE INDEX "status_change_objectId_at_idx" ON "status_change"("objectId", "at");

-- CreateIndex
CREATE INDEX "audit_entry_customerId_at_idx" ON "audit_entry"("customerId", "at");

-- CreateIndex
CREATE INDEX "audit_entry_companyId_at_idx" ON "audit_entry"("companyId", "at");

-- CreateIndex
CREATE INDEX "audit_entry_objectId_at_idx" ON "audit_entry"("objectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entryId_key" ON "audit_seal"("entryId");

-- CreateIndex
CREATE INDEX "proposal_conversationId_createdAt_idx" ON "proposal"("conversationId", "createdAt");

-- CreateIndex
CREATE INDEX "proposal_customerId_status_idx" ON "proposal"("customerId", "status");

-- CreateIndex
CREATE INDEX "proposal_companyId_status_idx" ON "proposal"("companyId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_proposalId_position_key" ON "milestone"("proposalId", "position");

-- CreateIndex
CREATE INDEX "payment_request_proposalId_requestedAt_idx" ON "payment_request"("proposalId", "requestedAt");

-- CreateIndex
CREATE INDEX "payment_request_status_autoApproveAt_idx" ON "payment_request"("status", "autoApproveAt");

-- CreateIndex
CREATE UNIQUE INDEX "payment_stripeIntentId_key" ON "payment"("stripeIntentId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_stripeChargeId_key" ON "payment"("stripeChargeId");

-- CreateIndex
CREATE INDEX "payment_proposalId_idx" ON "payment"("proposalId");

-- CreateIndex
CREATE INDEX "payment_customerId_createdAt_idx" ON "payment"("customerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "payment_companyId_createdAt_idx" ON "payment"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "payment_status_createdAt_idx" ON "payment"("status", "createdAt");

-- CreateIndex
CREATE INDEX "payment_checkAt_idx" ON "payment"("checkAt");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_stripeMethodId_key" ON "payment_method"("stripeMethodId");

-- CreateIndex
CREATE INDEX "payment_method_customerId_createdAt_idx" ON "payment_method"("customerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_kind_paymentId_key" ON "ledger_transaction"("kind", "paymentId");

-- CreateIndex
CREATE INDEX "ledger_entry_transactionId_idx" ON "ledger_entry"("transactionId");

-- CreateIndex
CREATE INDEX "ledger_entry_account_companyId_idx" ON "ledger_entry"("account", "companyId");

-- CreateIndex
CREATE UNIQUE INDEX "review_proposalId_key" ON "review"("proposalId");

-- CreateIndex
CREATE INDEX "review_companyId_createdAt_idx" ON "review"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_proposalId_key" ON "feedback"("proposalId");

-- CreateIndex
CREATE INDEX "notification_personId_createdAt_idx" ON "notification"("personId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_personId_key_key" ON "notification"("personId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_providerAccountId_key" ON "account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "session_tokenHash_key" ON "session"("tokenHash");

-- CreateIndex
CREATE INDEX "session_personId_idx" ON "session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_linkHash_key" ON "sign_in"("linkHash");

-- CreateIndex
CREATE INDEX "sign_in_email_createdAt_idx" ON "sign_in"("email", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "admin_invitation_tokenHash_key" ON "admin_invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "request_customerId_createdAt_id_idx" ON "request"("customerId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "request_edit_requestId_at_idx" ON "request_edit"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "request_draft_tokenHash_key" ON "request_draft"("tokenHash");

-- CreateIndex
CREATE INDEX "request_draft_personId_updatedAt_idx" ON "request_draft"("personId", "updatedAt");

-- CreateIndex
CREATE INDEX "response_companyId_createdAt_idx" ON "response"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "response_requestId_companyId_key" ON "response"("requestId", "companyId");

-- CreateIndex
CREATE UNIQUE INDEX "customer_stripeCustomerId_key" ON "customer"("stripeCustomerId");

-- CreateIndex
CREATE INDEX "customer_member_personId_idx" ON "customer_member"("personId");

-- CreateIndex
CREATE INDEX "company_member_personId_idx" ON "company_member"("personId");

-- CreateIndex
CREATE INDEX "expert_companyId_idx" ON "expert"("companyId");

-- CreateIndex
CREATE UNIQUE INDEX "expert_personId_companyId_key" ON "expert"("personId", "companyId");

-- CreateIndex
CREATE INDEX "certification_expertId_idx" ON "certification"("expertId");

-- CreateIndex
CREATE INDEX "certification_validationNumber_idx" ON "certification"("validationNumber");

-- CreateIndex
CREATE INDEX "certification_status_createdAt_idx" ON "certification"("status", "createdAt");

-- CreateIndex
CREATE INDEX "certification_status_expiresOn_idx" ON "certification"("status", "expiresOn");

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_secret" ADD CONSTRAINT "connection_secret_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_request" ADD CONSTRAINT "permission_request_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_request" ADD CONSTRAINT "permission_request_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_permissionRequestId_fkey" FOREIGN KEY ("permissionRequestId") REFERENCES "permission_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_step" ADD CONSTRAINT "grant_step_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_session" ADD CONSTRAINT "grant_session_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_event" ADD CONSTRAINT "activity_event_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_trail" ADD CONSTRAINT "activity_trail_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_request" ADD CONSTRAINT "payment_request_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_request" ADD CONSTRAINT "payment_request_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_paymentRequestId_fkey" FOREIGN KEY ("paymentRequestId") REFERENCES "payment_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transaction" ADD CONSTRAINT "ledger_transaction_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "ledger_transaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_edit" ADD CONSTRAINT "request_edit_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_member" ADD CONSTRAINT "customer_member_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_member" ADD CONSTRAINT "customer_member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_member" ADD CONSTRAINT "company_member_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_member" ADD CONSTRAINT "company_member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert" ADD CONSTRAINT "expert_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert" ADD CONSTRAINT "expert_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification" ADD CONSTRAINT "certification_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written part of the first migration: what Prisma's schema cannot say. The database is the last guard.

-- Time ------------------------------------------------------------------------------------------------------------
INSERT INTO "clock" (id, "offsetMs") VALUES (1, 0);
ALTER TABLE "clock" ADD CONSTRAINT clock_one_row CHECK (id = 1);

-- Search ----------------------------------------------------------------------------------------------------------
ALTER TABLE "request" ADD COLUMN search tsvector
  GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')) STORED;
CREATE INDEX request_search ON "request" USING gin (search);
CREATE INDEX request_open ON "request" ("createdAt" DESC, id DESC) WHERE status = 'accepting';

-- Sizes (the guide's numbers) and amounts -----------------------------------------------------------------------------
ALTER TABLE "request"
  ADD CONSTRAINT request_title CHECK (char_length(title) BETWEEN 10 AND 140),
  ADD CONSTRAINT request_description CHECK (char_length(description) BETWEEN 30 AND 1500),
  ADD CONSTRAINT request_name CHECK (char_length("contactName") BETWEEN 1 AND 30),
  ADD CONSTRAINT request_email CHECK (char_length("contactEmail") BETWEEN 3 AND 254),
  ADD CONSTRAINT request_count CHECK ("responseCount" >= 0);
ALTER TABLE "response" ADD CONSTRAINT response_text CHECK (char_length(text) BETWEEN 30 AND 1500);
ALTER TABLE "message" ADD CONSTRAINT message_body CHECK (char_length(body) BETWEEN 1 AND 4000);
ALTER TABLE "proposal"
  ADD CONSTRAINT proposal_maximum CHECK ("maximumMinor" > 0),
  ADD CONSTRAINT proposal_fee CHECK ("feeBasisPoints" BETWEEN 0 AND 5000),
  ADD CONSTRAINT proposal_accepted CHECK (status NOT IN ('accepted', 'completed') OR ("acceptedHash" = "textHash" AND "acceptedAt" IS NOT NULL));
ALTER TABLE "milestone" ADD CONSTRAINT milestone_amount CHECK ("amountMinor" > 0);
ALTER TABLE "payment_request" ADD CONSTRAINT payment_request_amount CHECK ("amountMinor" > 0);
ALTER TABLE "payment"
  ADD CONSTRAINT payment_amount CHECK ("amountMinor" > 0),
  ADD CONSTRAINT payment_fee CHECK ("feeMinor" >= 0 AND "feeMinor" <= "amountMinor"),
  ADD CONSTRAINT payment_succeeded CHECK (status <> 'succeeded' OR ("stripeIntentId" IS NOT NULL AND "settledAt" IS NOT NULL));
ALTER TABLE "review"
  ADD CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5),
  ADD CONSTRAINT review_text CHECK (char_length(text) <= 500);
ALTER TABLE "connection" ADD CONSTRAINT connection_account CHECK ("awsAccountId" ~ '^[0-9]{12}$');
ALTER TABLE "grant_session" ADD CONSTRAINT grant_session_hour CHECK ("expiresAt" > "issuedAt" AND "expiresAt" <= "issuedAt" + interval '65 minutes');

-- One at a time ---------------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX payment_one_effect ON "payment" ("paymentRequestId") WHERE status <> 'failed';
CREATE UNIQUE INDEX proposal_one_accepted ON "proposal" ("conversationId") WHERE status = 'accepted';
CREATE UNIQUE INDEX grant_one_live ON "grant" ("proposalId", "expertId", "connectionId") WHERE status IN ('provisioning', 'active', 'revoking', 'denied');
CREATE UNIQUE INDEX permission_request_one_open ON "permission_request" ("proposalId", "expertId") WHERE status = 'requested';
CREATE UNIQUE INDEX connection_one_account ON "connection" ("customerId", "awsAccountId") WHERE status IN ('waiting', 'verifying', 'connected');
CREATE UNIQUE INDEX certification_one_number ON "certification" (upper("validationNumber")) WHERE status = 'verified';

-- awaiting + approved (and so paid) never exceed the maximum, under any concurrency: the proposal's row is the lock.
CREATE FUNCTION payment_request_within_maximum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most bigint;
  asked numeric;
BEGIN
  SELECT "maximumMinor" INTO most FROM "proposal" WHERE id = NEW."proposalId" FOR UPDATE;
  SELECT coalesce(sum("amountMinor"), 0) INTO asked FROM "payment_request"
    WHERE "proposalId" = NEW."proposalId" AND status IN ('awaiting', 'approved') AND id <> NEW.id;
  IF NEW.status IN ('awaiting', 'approved') AND asked + NEW."amountMinor" > most THEN
    RAISE EXCEPTION 'payment requests of % would exceed the proposal''s maximum of %', asked + NEW."amountMinor", most
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_request_within_maximum';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_request_within_maximum BEFORE INSERT OR UPDATE OF status, "amountMinor" ON "payment_request"
  FOR EACH ROW EXECUTE FUNCTION payment_request_within_maximum();

-- A proposal's text is fixed from the moment that it is sent.
CREATE FUNCTION proposal_text_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.title, NEW.terms, NEW.timeline, NEW.currency, NEW."maximumMinor", NEW."feeBasisPoints", NEW.type, NEW."textHash", NEW."conversationId", NEW."customerId", NEW."companyId", NEW."expertId")
     IS DISTINCT FROM (OLD.title, OLD.terms, OLD.timeline, OLD.currency, OLD."maximumMinor", OLD."feeBasisPoints", OLD.type, OLD."textHash", OLD."conversationId", OLD."customerId", OLD."companyId", OLD."expertId") THEN
    RAISE EXCEPTION 'a proposal cannot be changed: withdraw it and send another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_text_is_fixed BEFORE UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION proposal_text_is_fixed();

-- No session of a grant that is not active. The grant's row is the lock that revoking holds too.
CREATE FUNCTION grant_session_needs_active_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "grant" WHERE id = NEW."grantId" AND status = 'active' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no session can be issued: the grant is not active' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_session_needs_active_grant BEFORE INSERT ON "grant_session" FOR EACH ROW EXECUTE FUNCTION grant_session_needs_active_grant();

-- A grant that began to end never becomes active again.
CREATE FUNCTION grant_never_returns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('provisioning', 'active') AND OLD.status NOT IN ('provisioning', 'active') THEN
    RAISE EXCEPTION 'a grant that has begun to end cannot come back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_never_returns BEFORE UPDATE OF status ON "grant" FOR EACH ROW EXECUTE FUNCTION grant_never_returns();

-- Ledger: every transaction sums to zero a currency, at commit ------------------------------------------------------------
CREATE FUNCTION ledger_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ledger_entry" WHERE "transactionId" = NEW."transactionId" GROUP BY currency HAVING sum("amountMinor") <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_sums_to_zero AFTER INSERT ON "ledger_entry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_sums_to_zero();
CREATE FUNCTION ledger_transaction_has_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "ledger_entry" WHERE "transactionId" = NEW.id) < 2 THEN
    RAISE EXCEPTION 'ledger transaction % has no entries', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_has_entries AFTER INSERT ON "ledger_transaction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_transaction_has_entries();

-- What is written stays written ---------------------------------------------------------------------------------------------
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows cannot be changed or removed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_transaction" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "status_change" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "grant_step" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "message" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Limits (rate-limiter-flexible's table) --------------------------------------------------------------------------------
CREATE TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- Roles: owner (migrations), web, worker, broker ------------------------------------------------------------------------
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['groundcrew_web', 'groundcrew_worker', 'groundcrew_broker'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this cluster was quicker
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO groundcrew_web, groundcrew_worker, groundcrew_broker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO groundcrew_web, groundcrew_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO groundcrew_web, groundcrew_worker, groundcrew_broker;

-- The broker reads what a grant needs and writes what AWS answered; it never touches money, texts or sign-in.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO groundcrew_broker;
REVOKE ALL ON "session", "sign_in", "admin_invitation", "socket_ticket", "payment_method", "stripe_event", rate_limit FROM groundcrew_broker;
GRANT INSERT, UPDATE ON "grant", "grant_session", "connection", "connection_secret", "activity_trail", "conversation", "notification", "permission_request" TO groundcrew_broker;
GRANT INSERT ON "grant_step", "activity_event", "message", "status_change", "audit_entry" TO groundcrew_broker;

-- ExternalIds are the broker's alone; not even their existence shows to the web.
REVOKE ALL ON "connection_secret" FROM groundcrew_web, groundcrew_worker;

-- Ledger, history, audit and proof: written once, changed by nobody.
REVOKE UPDATE, DELETE, TRUNCATE ON "ledger_entry", "ledger_transaction", "status_change", "audit_entry", "audit_seal", "grant_step", "message" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;
REVOKE INSERT ON "ledger_entry", "ledger_transaction", "audit_seal" FROM groundcrew_web;
-- The clock moves in the demo alone, by a function that looks for the demo's mark; the roles cannot write the row.
REVOKE INSERT, UPDATE, DELETE ON "clock" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;
REVOKE ALL ON "_prisma_migrations" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;

-- The demo's clock: only where the owner has marked the database as a demo (see lib/db/migrate.ts).
CREATE TABLE installation (id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1), demo boolean NOT NULL DEFAULT false, seeded_at timestamptz);
INSERT INTO installation (id) VALUES (1);
GRANT SELECT ON installation TO groundcrew_web, groundcrew_worker, groundcrew_broker;
CREATE FUNCTION move_clock(by_ms bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  reached bigint;
BEGIN
  IF NOT (SELECT demo FROM installation) THEN
    RAISE EXCEPTION 'the clock moves in the demo alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF by_ms < 0 OR by_ms > 366::bigint * 86400000 THEN
    RAISE EXCEPTION 'the clock moves forward, by at most a year at a time' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "clock" SET "offsetMs" = "offsetMs" + by_ms WHERE id = 1 RETURNING "offsetMs" INTO reached;
  PERFORM pg_notify('clock', reached::text);
  RETURN reached;
END $$;
REVOKE ALL ON FUNCTION move_clock(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION move_clock(bigint) TO groundcrew_web;

-- How the broker paces itself and knows a call that it has answered already: nobody else's business.
GRANT SELECT, INSERT, UPDATE, DELETE ON "lookup_slot", "broker_nonce" TO groundcrew_broker;
REVOKE ALL ON "lookup_slot", "broker_nonce" FROM groundcrew_web, groundcrew_worker;
