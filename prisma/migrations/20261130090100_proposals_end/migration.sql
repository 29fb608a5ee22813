-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "endReason" TEXT;

ALTER TABLE "proposal"
  DROP CONSTRAINT proposal_accepted,
  ADD CONSTRAINT proposal_accepted CHECK (status NOT IN ('accepted', 'completed', 'ended') OR ("acceptedHash" = "textHash" AND "acceptedAt" IS NOT NULL)),
  ADD CONSTRAINT proposal_end_has_reason CHECK ((status = 'ended') = ("endReason" IS NOT NULL)),
  ADD CONSTRAINT proposal_end_reason CHECK (char_length("endReason") >= 3),
  ADD CONSTRAINT proposal_over_since CHECK (status NOT IN ('completed', 'ended') OR "endedAt" IS NOT NULL);

-- A proposal is over with no payment request open, and none is opened afterwards. The proposal's row is the lock.
CREATE FUNCTION proposal_over_with_nothing_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "payment_request" WHERE "proposalId" = NEW.id AND status = 'awaiting') THEN
    RAISE EXCEPTION 'a payment request of this proposal awaits approval'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_over_with_nothing_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_over_with_nothing_open BEFORE UPDATE OF status ON "proposal" FOR EACH ROW
  WHEN (NEW.status IN ('completed', 'ended') AND OLD.status = 'accepted') EXECUTE FUNCTION proposal_over_with_nothing_open();

CREATE FUNCTION payment_request_while_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "proposal" WHERE id = NEW."proposalId" AND status = 'accepted' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a payment can be requested only while the proposal is accepted'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_request_while_agreed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_request_while_agreed BEFORE INSERT ON "payment_request" FOR EACH ROW
  WHEN (NEW.status = 'awaiting') EXECUTE FUNCTION payment_request_while_agreed();
