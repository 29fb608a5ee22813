-- Hand-written part of the first migration: what Prisma's schema cannot say. The database is the last guard.

-- Time ------------------------------------------------------------------------------------------------------------
INSERT INTO "clock" (id, "offsetMs") VALUES (1, 0);
ALTER TABLE "clock" ADD CONSTRAINT clock_one_row CHECK (id = 1);

-- Search ----------------------------------------------------------------------------------------------------------
ALTER TABLE "request" ADD COLUMN search tsvector
  GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')) STORED;
CREATE INDEX request_search ON "request" USING gin (search);
CREATE INDEX request_open ON "request" ("createdAt" DESC, id DESC) WHERE status = 'accepting';

-- Sizes (the guide's numbers) and amounts -----------------------------------------------------------------------------
ALTER TABLE "request"
  ADD CONSTRAINT request_title CHECK (char_length(title) BETWEEN 10 AND 140),
  ADD CONSTRAINT request_description CHECK (char_length(description) BETWEEN 30 AND 1500),
  ADD CONSTRAINT request_name CHECK (char_length("contactName") BETWEEN 1 AND 30),
  ADD CONSTRAINT request_email CHECK (char_length("contactEmail") BETWEEN 3 AND 254),
  ADD CONSTRAINT request_count CHECK ("responseCount" >= 0);
ALTER TABLE "response" ADD CONSTRAINT response_text CHECK (char_length(text) BETWEEN 30 AND 1500);
ALTER TABLE "message" ADD CONSTRAINT message_body CHECK (char_length(body) BETWEEN 1 AND 4000);
ALTER TABLE "proposal"
  ADD CONSTRAINT proposal_maximum CHECK ("maximumMinor" > 0),
  ADD CONSTRAINT proposal_fee CHECK ("feeBasisPoints" BETWEEN 0 AND 5000),
  ADD CONSTRAINT proposal_accepted CHECK (status NOT IN ('accepted', 'completed') OR ("acceptedHash" = "textHash" AND "acceptedAt" IS NOT NULL));
ALTER TABLE "milestone" ADD CONSTRAINT milestone_amount CHECK ("amountMinor" > 0);
ALTER TABLE "payment_request" ADD CONSTRAINT payment_request_amount CHECK ("amountMinor" > 0);
ALTER TABLE "payment"
  ADD CONSTRAINT payment_amount CHECK ("amountMinor" > 0),
  ADD CONSTRAINT payment_fee CHECK ("feeMinor" >= 0 AND "feeMinor" <= "amountMinor"),
  ADD CONSTRAINT payment_succeeded CHECK (status <> 'succeeded' OR ("stripeIntentId" IS NOT NULL AND "settledAt" IS NOT NULL));
ALTER TABLE "review"
  ADD CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5),
  ADD CONSTRAINT review_text CHECK (char_length(text) <= 500);
ALTER TABLE "connection" ADD CONSTRAINT connection_account CHECK ("awsAccountId" ~ '^[0-9]{12}$');
ALTER TABLE "grant_session" ADD CONSTRAINT grant_session_hour CHECK ("expiresAt" > "issuedAt" AND "expiresAt" <= "issuedAt" + interval '65 minutes');

-- One at a time ---------------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX payment_one_effect ON "payment" ("paymentRequestId") WHERE status <> 'failed';
CREATE UNIQUE INDEX proposal_one_accepted ON "proposal" ("conversationId") WHERE status = 'accepted';
CREATE UNIQUE INDEX grant_one_live ON "grant" ("proposalId", "expertId", "connectionId") WHERE status IN ('provisioning', 'active', 'revoking', 'denied');
CREATE UNIQUE INDEX permission_request_one_open ON "permission_request" ("proposalId", "expertId") WHERE status = 'requested';
CREATE UNIQUE INDEX connection_one_account ON "connection" ("customerId", "awsAccountId") WHERE status IN ('waiting', 'verifying', 'connected');
CREATE UNIQUE INDEX certification_one_number ON "certification" (upper("validationNumber")) WHERE status = 'verified';

-- awaiting + approved (and so paid) never exceed the maximum, under any concurrency: the proposal's row is the lock.
CREATE FUNCTION payment_request_within_maximum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most bigint;
  asked numeric;
BEGIN
  SELECT "maximumMinor" INTO most FROM "proposal" WHERE id = NEW."proposalId" FOR UPDATE;
  SELECT coalesce(sum("amountMinor"), 0) INTO asked FROM "payment_request"
    WHERE "proposalId" = NEW."proposalId" AND status IN ('awaiting', 'approved') AND id <> NEW.id;
  IF NEW.status IN ('awaiting', 'approved') AND asked + NEW."amountMinor" > most THEN
    RAISE EXCEPTION 'payment requests of % would exceed the proposal''s maximum of %', asked + NEW."amountMinor", most
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_request_within_maximum';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_request_within_maximum BEFORE INSERT OR UPDATE OF status, "amountMinor" ON "payment_request"
  FOR EACH ROW EXECUTE FUNCTION payment_request_within_maximum();

-- A proposal's text is fixed from the moment that it is sent.
CREATE FUNCTION proposal_text_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.title, NEW.terms, NEW.timeline, NEW.currency, NEW."maximumMinor", NEW."feeBasisPoints", NEW.type, NEW."textHash", NEW."conversationId", NEW."customerId", NEW."companyId", NEW."expertId")
     IS DISTINCT FROM (OLD.title, OLD.terms, OLD.timeline, OLD.currency, OLD."maximumMinor", OLD."feeBasisPoints", OLD.type, OLD."textHash", OLD."conversationId", OLD."customerId", OLD."companyId", OLD."expertId") THEN
    RAISE EXCEPTION 'a proposal cannot be changed: withdraw it and send another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_text_is_fixed BEFORE UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION proposal_text_is_fixed();

-- No session of a grant that is not active. The grant's row is the lock that revoking holds too.
CREATE FUNCTION grant_session_needs_active_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "grant" WHERE id = NEW."grantId" AND status = 'active' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no session can be issued: the grant is not active' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_session_needs_active_grant BEFORE INSERT ON "grant_session" FOR EACH ROW EXECUTE FUNCTION grant_session_needs_active_grant();

-- A grant that began to end never becomes active again.
CREATE FUNCTION grant_never_returns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('provisioning', 'active') AND OLD.status NOT IN ('provisioning', 'active') THEN
    RAISE EXCEPTION 'a grant that has begun to end cannot come back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_never_returns BEFORE UPDATE OF status ON "grant" FOR EACH ROW EXECUTE FUNCTION grant_never_returns();

-- Ledger: every transaction sums to zero a currency, at commit ------------------------------------------------------------
CREATE FUNCTION ledger_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ledger_entry" WHERE "transactionId" = NEW."transactionId" GROUP BY currency HAVING sum("amountMinor") <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_sums_to_zero AFTER INSERT ON "ledger_entry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_sums_to_zero();
CREATE FUNCTION ledger_transaction_has_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "ledger_entry" WHERE "transactionId" = NEW.id) < 2 THEN
    RAISE EXCEPTION 'ledger transaction % has no entries', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_has_entries AFTER INSERT ON "ledger_transaction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_transaction_has_entries();

-- What is written stays written ---------------------------------------------------------------------------------------------
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows cannot be changed or removed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_transaction" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "status_change" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "grant_step" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "message" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Limits (rate-limiter-flexible's table) --------------------------------------------------------------------------------
CREATE TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- Roles: owner (migrations), web, worker, broker ------------------------------------------------------------------------
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['groundcrew_web', 'groundcrew_worker', 'groundcrew_broker'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this cluster was quicker
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO groundcrew_web, groundcrew_worker, groundcrew_broker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO groundcrew_web, groundcrew_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO groundcrew_web, groundcrew_worker, groundcrew_broker;

-- The broker reads what a grant needs and writes what AWS answered; it never touches money, texts or sign-in.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO groundcrew_broker;
REVOKE ALL ON "session", "sign_in", "admin_invitation", "socket_ticket", "payment_method", "stripe_event", rate_limit FROM groundcrew_broker;
GRANT INSERT, UPDATE ON "grant", "grant_session", "connection", "connection_secret", "activity_trail", "conversation", "notification", "permission_request" TO groundcrew_broker;
GRANT INSERT ON "grant_step", "activity_event", "message", "status_change", "audit_entry" TO groundcrew_broker;

-- ExternalIds are the broker's alone; not even their existence shows to the web.
REVOKE ALL ON "connection_secret" FROM groundcrew_web, groundcrew_worker;

-- Ledger, history, audit and proof: written once, changed by nobody.
REVOKE UPDATE, DELETE, TRUNCATE ON "ledger_entry", "ledger_transaction", "status_change", "audit_entry", "audit_seal", "grant_step", "message" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;
REVOKE INSERT ON "ledger_entry", "ledger_transaction", "audit_seal" FROM groundcrew_web;
-- The clock moves in the demo alone, by a function that looks for the demo's mark; the roles cannot write the row.
REVOKE INSERT, UPDATE, DELETE ON "clock" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;
REVOKE ALL ON "_prisma_migrations" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;

-- The demo's clock: only where the owner has marked the database as a demo (see lib/db/migrate.ts).
CREATE TABLE installation (id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1), demo boolean NOT NULL DEFAULT false, seeded_at timestamptz);
INSERT INTO installation (id) VALUES (1);
GRANT SELECT ON installation TO groundcrew_web, groundcrew_worker, groundcrew_broker;
CREATE FUNCTION move_clock(by_ms bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  reached bigint;
BEGIN
  IF NOT (SELECT demo FROM installation) THEN
    RAISE EXCEPTION 'the clock moves in the demo alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF by_ms < 0 OR by_ms > 366::bigint * 86400000 THEN
    RAISE EXCEPTION 'the clock moves forward, by at most a year at a time' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "clock" SET "offsetMs" = "offsetMs" + by_ms WHERE id = 1 RETURNING "offsetMs" INTO reached;
  PERFORM pg_notify('clock', reached::text);
  RETURN reached;
END $$;
REVOKE ALL ON FUNCTION move_clock(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION move_clock(bigint) TO groundcrew_web;
