-- AlterTable
ALTER TABLE "activity_trail" ADD COLUMN     "busy" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "listedAt" TIMESTAMPTZ(3),
ADD COLUMN     "problem" TEXT;
