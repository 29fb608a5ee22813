-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('immediate', 'digest', 'off');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('everyone', 'direct', 'client');

-- CreateEnum
CREATE TYPE "Mark" AS ENUM ('bookmark', 'hidden');

-- CreateEnum
CREATE TYPE "AlertPace" AS ENUM ('off', 'immediate', 'daily');

-- CreateEnum
CREATE TYPE "ResponseOrigin" AS ENUM ('answer', 'direct', 'client');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('sent', 'accepted', 'declined', 'withdrawn', 'expired');

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "address" TEXT,
ADD COLUMN     "provedAt" TIMESTAMPTZ(3),
ADD COLUMN     "provedBy" TEXT;

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'everyone',
ADD COLUMN     "chosenId" UUID,
ADD COLUMN     "openCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "settledAt" TIMESTAMPTZ(3),
ADD COLUMN     "slots" INTEGER,
ADD COLUMN     "toCompanyId" UUID,
ADD COLUMN     "toExpertId" UUID,
ADD COLUMN     "unansweredAt" TIMESTAMPTZ(3),
ADD COLUMN     "viewCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "request_draft" ADD COLUMN     "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "slots" INTEGER,
ADD COLUMN     "toCompanyId" UUID,
ADD COLUMN     "toExpertId" UUID;

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "origin" "ResponseOrigin" NOT NULL DEFAULT 'answer',
ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "expert" ADD COLUMN     "handle" CITEXT,
ADD COLUMN     "handleOn" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leftAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sharesCompany" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "certification" ADD COLUMN     "warnedDays" INTEGER;

-- CreateTable
CREATE TABLE "notification_setting" (
    "personId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "pace" "MailPace" NOT NULL,

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("personId","topic")
);

-- CreateTable
CREATE TABLE "mail_stop" (
    "email" CITEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_stop_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "person_photo" (
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "small" BYTEA NOT NULL,
    "large" BYTEA NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_photo_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authenticator" (
    "personId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "lastStep" BIGINT,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "purpose" TEXT NOT NULL,
    "sessionId" UUID,
    "tabHash" TEXT,
    "challenge" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_up_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "sessionId" UUID NOT NULL,
    "codeHash" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "step_up_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address_proof" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "address_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_view" (
    "requestId" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_view_pkey" PRIMARY KEY ("requestId","companyId")
);

-- CreateTable
CREATE TABLE "request_mark" (
    "personId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "mark" "Mark" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_mark_pkey" PRIMARY KEY ("personId","requestId")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "pace" "AlertPace" NOT NULL DEFAULT 'off',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_hit" (
    "savedSearchId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_hit_pkey" PRIMARY KEY ("savedSearchId","requestId")
);

-- CreateTable
CREATE TABLE "client_invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "companyId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "clientName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'sent',
    "tokenHash" TEXT,
    "requestId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "client_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_draft" (
    "personId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sendWhenVerified" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_draft_pkey" PRIMARY KEY ("personId","requestId")
);

-- CreateTable
CREATE TABLE "member_invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customerId" UUID,
    "companyId" UUID,
    "email" CITEXT NOT NULL,
    "customerRights" "CustomerRight"[],
    "companyRights" "CompanyRight"[],
    "status" "InvitationStatus" NOT NULL DEFAULT 'sent',
    "tokenHash" TEXT,
    "invitedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "member_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_photo_hash_key" ON "person_photo"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credentialId_key" ON "passkey"("credentialId");

-- CreateIndex
CREATE INDEX "passkey_personId_idx" ON "passkey"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_codeHash_key" ON "recovery_code"("codeHash");

-- CreateIndex
CREATE INDEX "recovery_code_personId_idx" ON "recovery_code"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_challenge_challenge_key" ON "passkey_challenge"("challenge");

-- CreateIndex
CREATE INDEX "passkey_challenge_expiresAt_idx" ON "passkey_challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "step_up_code_sessionId_createdAt_idx" ON "step_up_code"("sessionId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "address_proof_tokenHash_key" ON "address_proof"("tokenHash");

-- CreateIndex
CREATE INDEX "address_proof_personId_email_idx" ON "address_proof"("personId", "email");

-- CreateIndex
CREATE INDEX "address_proof_email_idx" ON "address_proof"("email");

-- CreateIndex
CREATE INDEX "request_mark_personId_mark_at_idx" ON "request_mark"("personId", "mark", "at" DESC);

-- CreateIndex
CREATE INDEX "saved_search_personId_createdAt_idx" ON "saved_search"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "client_invitation_tokenHash_key" ON "client_invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "client_invitation_requestId_key" ON "client_invitation"("requestId");

-- CreateIndex
CREATE INDEX "client_invitation_companyId_createdAt_idx" ON "client_invitation"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "client_invitation_status_expiresAt_idx" ON "client_invitation"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "member_invitation_tokenHash_key" ON "member_invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "member_invitation_customerId_createdAt_idx" ON "member_invitation"("customerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "member_invitation_companyId_createdAt_idx" ON "member_invitation"("companyId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "member_invitation_status_expiresAt_idx" ON "member_invitation"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "expert_handle_key" ON "expert"("handle");

-- AddForeignKey
ALTER TABLE "person_photo" ADD CONSTRAINT "person_photo_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_up_code" ADD CONSTRAINT "step_up_code_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_view" ADD CONSTRAINT "request_view_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_mark" ADD CONSTRAINT "request_mark_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_hit" ADD CONSTRAINT "saved_search_hit_savedSearchId_fkey" FOREIGN KEY ("savedSearchId") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_draft" ADD CONSTRAINT "response_draft_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: what Prisma's schema cannot say. The database is the last guard. ------------------------------------------

-- What was so before there were columns for it.
UPDATE "request" r SET "openCount" = (SELECT count(*) FROM "response" a WHERE a."requestId" = r.id AND a.status = 'open');
UPDATE "expert" e SET "publishedAt" = e."createdAt"
WHERE EXISTS (SELECT 1 FROM "certification" c WHERE c."expertId" = e.id AND c.status = 'verified');

ALTER TABLE "request"
  ADD CONSTRAINT request_slots CHECK (slots BETWEEN 1 AND 100),
  ADD CONSTRAINT request_open_count CHECK ("openCount" >= 0 AND "openCount" <= "responseCount"),
  ADD CONSTRAINT request_views CHECK ("viewCount" >= 0),
  ADD CONSTRAINT request_direct CHECK (audience <> 'direct' OR "toCompanyId" IS NOT NULL),
  ADD CONSTRAINT request_settled CHECK (("settledAt" IS NULL) = ("chosenId" IS NULL)),
  ADD CONSTRAINT request_tags CHECK (cardinality(services) <= 10 AND cardinality(regions) <= 10);
-- A company that was asked, or that brought its client, has not written an answer.
ALTER TABLE "response" DROP CONSTRAINT response_text;
ALTER TABLE "response" ADD CONSTRAINT response_text
  CHECK (char_length(text) BETWEEN CASE origin WHEN 'answer' THEN 30 ELSE 0 END AND 1500);
ALTER TABLE "member_invitation"
  ADD CONSTRAINT member_invitation_one_tenant CHECK (num_nonnulls("customerId", "companyId") = 1);
ALTER TABLE "expert" ADD CONSTRAINT expert_handle CHECK (handle ~ '^[a-z0-9](-?[a-z0-9]){2,29}$');
CREATE UNIQUE INDEX member_invitation_one_open_customer ON "member_invitation" ("customerId", email) WHERE status = 'sent';
CREATE UNIQUE INDEX member_invitation_one_open_company ON "member_invitation" ("companyId", email) WHERE status = 'sent';
CREATE UNIQUE INDEX client_invitation_one_open ON "client_invitation" ("companyId", email, title) WHERE status = 'sent';

-- What experts may find: open to everybody. A direct request and a client's are for one company.
DROP INDEX request_open;
CREATE INDEX request_open ON "request" ("createdAt" DESC, id DESC) WHERE status = 'accepting' AND audience = 'everyone';

-- Rights on the new tables. What proves a person is the web's alone; the broker reads only how somebody wants to be told.
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_photo", "address_proof", "passkey_challenge", "step_up_code", "member_invitation",
  "client_invitation", "request_view", "request_mark", "saved_search", "saved_search_hit", "response_draft",
  "notification_setting", "mail_stop" TO groundcrew_web, groundcrew_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "passkey", "authenticator", "recovery_code" TO groundcrew_web;
GRANT SELECT ON "notification_setting", "mail_stop" TO groundcrew_broker;
