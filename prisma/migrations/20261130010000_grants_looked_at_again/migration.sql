-- CreateEnum
CREATE TYPE "GrantIncidentKind" AS ENUM ('deny_removed', 'acted_after_deny', 'role_changed');

-- AlterEnum
ALTER TYPE "RevokeCause" ADD VALUE 'changed' BEFORE 'end_time';

-- DropIndex
DROP INDEX "grant_step_grantId_kind_key";

-- AlterTable
ALTER TABLE "grant" ADD COLUMN     "lookDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "provenAt" TIMESTAMPTZ(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "grant_step" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "grant_incident" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "grantId" UUID NOT NULL,
    "kind" "GrantIncidentKind" NOT NULL,
    "round" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "grant_incident_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grant_incident_grantId_at_idx" ON "grant_incident"("grantId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "grant_incident_grantId_kind_key_key" ON "grant_incident"("grantId", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "grant_step_grantId_round_kind_key" ON "grant_step"("grantId", "round", "kind");

-- AddForeignKey
ALTER TABLE "grant_incident" ADD CONSTRAINT "grant_incident_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Grants whose state is looked at in AWS again and again.
CREATE INDEX grant_look_due ON "grant" ("lookDueAt") WHERE status IN ('active', 'denied', 'denied_not_deleted');

-- What was proven before was proven by a call that two of the levels never allow: for those nothing was shown.
UPDATE "grant" g SET "provenAt" = s.at FROM "grant_step" s
  WHERE s."grantId" = g.id AND s.kind = 'session_refused' AND g."deniedAt" IS NOT NULL
    AND (g.level NOT IN ('Billing', 'NetworkAdministrator') OR s.detail->>'call' = 'sts:AssumeRole');

-- Nothing is called proven without the refusal that proves it, in the denial that counts.
ALTER TABLE "grant" ADD CONSTRAINT grant_proven_is_denied CHECK ("provenAt" IS NULL OR "deniedAt" IS NOT NULL);
CREATE FUNCTION grant_proven_by_refusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."provenAt" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "grant_step" s WHERE s."grantId" = NEW.id AND s.round = NEW.round AND s.kind = 'session_refused'
  ) THEN
    RAISE EXCEPTION 'a denial is proven by a refused session alone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_proven_by_refusal BEFORE INSERT OR UPDATE OF "provenAt", round ON "grant"
  FOR EACH ROW EXECUTE FUNCTION grant_proven_by_refusal();

-- What went wrong is written once, by the broker, and changed by nobody.
GRANT SELECT ON "grant_incident" TO groundcrew_web, groundcrew_worker;
GRANT SELECT, INSERT ON "grant_incident" TO groundcrew_broker;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "grant_incident" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
