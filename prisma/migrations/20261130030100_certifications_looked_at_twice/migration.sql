-- AlterEnum
ALTER TYPE "CertificationStatus" ADD VALUE 'revoked';

-- DropIndex
DROP INDEX "certification_status_createdAt_idx";

-- AlterTable
ALTER TABLE "certification" ADD COLUMN     "badgeUrl" TEXT,
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookedBy" UUID,
ADD COLUMN     "lookedReason" TEXT,
ADD COLUMN     "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "word" TEXT,
ADD COLUMN     "wordSeenAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "certification_status_queuedAt_idx" ON "certification"("status", "queuedAt");

UPDATE "certification" SET "queuedAt" = "createdAt";
-- For the claims that wait now; those made from here on come with one.
UPDATE "certification" SET "word" = 'gc-' || substr(md5(gen_random_uuid()::text), 1, 8) WHERE status = 'claimed';

ALTER TABLE "certification"
  -- A first look says who, when and why, or there was none.
  ADD CONSTRAINT "certification_first_look" CHECK (
    num_nulls("lookedBy", "lookedAt", "lookedReason") IN (0, 3) AND length(btrim(coalesce("lookedReason", 'no reason needed'))) >= 10),
  -- As text: a new value of an enum cannot be used in the transaction that adds it.
  ADD CONSTRAINT "certification_revoked_with_reason" CHECK (
    status::text <> 'revoked' OR ("decidedBy" IS NOT NULL AND "decidedAt" IS NOT NULL AND length(btrim(coalesce("evidence", ''))) >= 10)),
  ADD CONSTRAINT "certification_badge_at_credly" CHECK ("badgeUrl" ~ '^https://www\.credly\.com/badges/[0-9a-f-]{36}$');
