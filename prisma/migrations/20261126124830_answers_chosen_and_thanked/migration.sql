-- AlterTable
ALTER TABLE "request" ADD COLUMN     "thanks" TEXT;

-- Hand-written: what Prisma's schema cannot say. ---------------------------------------------------------------------------

ALTER TABLE "request"
  ADD CONSTRAINT request_thanks CHECK (thanks IS NULL OR (char_length(thanks) BETWEEN 1 AND 1000 AND "settledAt" IS NOT NULL)),
  -- What is settled takes no responses: opening it again ends that.
  ADD CONSTRAINT request_settled_closed CHECK ("settledAt" IS NULL OR status = 'paused');
ALTER TABLE "response_draft" ADD CONSTRAINT response_draft_text CHECK (char_length(text) BETWEEN 1 AND 6000);
