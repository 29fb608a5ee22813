-- AlterTable
ALTER TABLE "notification" DROP COLUMN "digest",
ADD COLUMN     "conversationId" UUID,
ADD COLUMN     "digestAt" TIMESTAMPTZ(3),
ADD COLUMN     "digestId" UUID;

-- Hand-written: what Prisma's schema cannot say. -------------------------------------------------------------------------

-- What waits for somebody's morning, and what a digest holds: a sweep and a job look for these, and few rows are in them.
CREATE INDEX notification_digest_due ON "notification" ("digestAt") WHERE "digestAt" IS NOT NULL;
CREATE INDEX notification_digest ON "notification" ("digestId") WHERE "digestId" IS NOT NULL;
-- The number on the bell, and what is read by opening what it leads to.
CREATE INDEX notification_unread ON "notification" ("personId") WHERE "readAt" IS NULL;
ALTER TABLE "notification"
  -- It waits, or it is in one: never both, so that nothing is told twice.
  ADD CONSTRAINT notification_one_digest CHECK ("digestAt" IS NULL OR "digestId" IS NULL);
ALTER TABLE "mail_stop" ADD CONSTRAINT mail_stop_reason CHECK (reason IN ('bounce', 'complaint'));
