-- AlterTable
ALTER TABLE "person" ADD COLUMN     "factorAtSignIn" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "authenticator" ADD COLUMN     "misses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "missesSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "address_proof" ADD COLUMN     "networkHash" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "awaitsFactor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sign_in" ADD COLUMN     "networkHash" TEXT;

-- A session that awaits its second factor has proved nothing yet and is over soon: neither money nor time can be had by it.
ALTER TABLE "session" ADD CONSTRAINT session_awaits_factor CHECK (
  NOT "awaitsFactor" OR ("provedBy" IS NULL AND "expires" <= "createdAt" + interval '10 minutes')
);
ALTER TABLE "session" ADD CONSTRAINT session_tries CHECK ("tries" >= 0);
ALTER TABLE "authenticator" ADD CONSTRAINT authenticator_misses CHECK ("misses" >= 0 AND ("misses" = 0) = ("missesSince" IS NULL));
