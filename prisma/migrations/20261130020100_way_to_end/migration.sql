-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "grant" ADD COLUMN     "endableAt" TIMESTAMPTZ(3);
