-- AlterEnum
ALTER TYPE "RevokeCause" ADD VALUE 'certification';

-- One live access for each expert and account, whichever job or connection it came by.
ALTER TABLE "grant" ADD COLUMN     "awsAccountId" CHAR(12);
UPDATE "grant" g SET "awsAccountId" = c."awsAccountId" FROM "connection" c WHERE c.id = g."connectionId";
ALTER TABLE "grant" ALTER COLUMN "awsAccountId" SET NOT NULL;

DO $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "grant"
    WHERE status IN ('provisioning', 'active', 'revoking', 'denied', 'denied_not_deleted', 'connection_lost')
    GROUP BY "awsAccountId", "expertId" HAVING count(*) > 1
  ) THEN
    RAISE EXCEPTION 'an expert has two live accesses to one AWS account: start the version before, revoke one of them, wait until it has ended, then upgrade';
  END IF;
END $$;
DROP INDEX grant_one_live;
CREATE UNIQUE INDEX grant_one_live ON "grant" ("awsAccountId", "expertId")
  WHERE status IN ('provisioning', 'active', 'revoking', 'denied', 'denied_not_deleted', 'connection_lost');
