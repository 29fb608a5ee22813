-- CreateEnum
CREATE TYPE "Restriction" AS ENUM ('obscene', 'profane', 'illegal', 'advertising', 'interested', 'paid', 'unverified', 'copied', 'contact', 'comment', 'language', 'formatting');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedBy" UUID,
ADD COLUMN     "heldFor" "Restriction"[],
ADD COLUMN     "removedFor" "Restriction",
ALTER COLUMN "status" SET DEFAULT 'held';

-- CreateTable
CREATE TABLE "review_report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reviewId" UUID NOT NULL,
    "personId" UUID,
    "reason" "Restriction" NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_report_reviewId_personId_key" ON "review_report"("reviewId", "personId");

-- AddForeignKey
ALTER TABLE "review_report" ADD CONSTRAINT "review_report_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "review"
  ADD CONSTRAINT "review_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- No review goes without a reason that its author reads, and a decision has somebody who made it.
  ADD CONSTRAINT review_removed_for CHECK ((status = 'removed') = ("removedFor" IS NOT NULL)),
  ADD CONSTRAINT review_decided CHECK (("decidedAt" IS NULL) = ("decidedBy" IS NULL) AND (status <> 'removed' OR "decidedAt" IS NOT NULL));
ALTER TABLE "review_report"
  ADD CONSTRAINT "review_report_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT review_report_note CHECK (char_length(note) <= 300);

-- What waits for an admin is looked for at each of their pages, and is little.
CREATE INDEX review_held ON "review" ("createdAt", id) WHERE status = 'held';
CREATE INDEX review_report_open ON "review_report" ("reviewId") WHERE "settledAt" IS NULL;

GRANT SELECT, INSERT, UPDATE ("settledAt") ON "review_report" TO groundcrew_web, groundcrew_worker;
