-- AlterTable
ALTER TABLE "stripe_event" ADD COLUMN     "chargeId" TEXT,
ADD COLUMN     "intentId" TEXT,
ADD COLUMN     "paymentId" UUID,
ADD COLUMN     "unhandledAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "permission_request_expertId_idx" ON "permission_request"("expertId");

-- CreateIndex
CREATE INDEX "grant_connectionId_idx" ON "grant"("connectionId");

-- CreateIndex
CREATE INDEX "grant_expertId_idx" ON "grant"("expertId");

-- CreateIndex
CREATE INDEX "audit_entry_personId_at_idx" ON "audit_entry"("personId", "at");

-- CreateIndex
CREATE INDEX "payment_paymentRequestId_idx" ON "payment"("paymentRequestId");

-- CreateIndex
CREATE INDEX "stripe_event_paymentId_idx" ON "stripe_event"("paymentId");

-- CreateIndex
CREATE INDEX "ledger_transaction_paymentId_idx" ON "ledger_transaction"("paymentId");

-- CreateIndex
CREATE INDEX "review_expertId_createdAt_idx" ON "review"("expertId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "stripe_event" ADD CONSTRAINT "stripe_event_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A column that names a row names one that is there. The mirror tables of search, tickets and challenges name rows that may
-- go before them, and history names things of many tables: tests/integration/evidence.test.ts holds the list.
ALTER TABLE "connection"
  ADD CONSTRAINT "connection_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permission_request"
  ADD CONSTRAINT "permission_request_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "permission_request_requestedBy_fkey" FOREIGN KEY ("requestedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "permission_request_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "grant"
  ADD CONSTRAINT "grant_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "grant_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "grant_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "grant_revokedBy_fkey" FOREIGN KEY ("revokedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "grant_session"
  ADD CONSTRAINT "grant_session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "message"
  ADD CONSTRAINT "message_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "read_mark"
  ADD CONSTRAINT "read_mark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "status_change"
  ADD CONSTRAINT "status_change_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_entry"
  ADD CONSTRAINT "audit_entry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "audit_entry_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "audit_entry_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "proposal_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "proposal_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "proposal_acceptedBy_fkey" FOREIGN KEY ("acceptedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_request"
  ADD CONSTRAINT "payment_request_requestedBy_fkey" FOREIGN KEY ("requestedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "payment_request_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "payment_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "payment_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_method"
  ADD CONSTRAINT "payment_method_savedBy_fkey" FOREIGN KEY ("savedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT "ledger_entry_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review"
  ADD CONSTRAINT "review_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "review_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "review_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback"
  ADD CONSTRAINT "feedback_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "feedback_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customer"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "feedback_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification_setting"
  ADD CONSTRAINT "notification_setting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "address_proof"
  ADD CONSTRAINT "address_proof_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request"
  ADD CONSTRAINT "request_postedBy_fkey" FOREIGN KEY ("postedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "request_toCompanyId_fkey" FOREIGN KEY ("toCompanyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "request_toExpertId_fkey" FOREIGN KEY ("toExpertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "request_chosenId_fkey" FOREIGN KEY ("chosenId") REFERENCES "response"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_view"
  ADD CONSTRAINT "request_view_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_edit"
  ADD CONSTRAINT "request_edit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_draft"
  ADD CONSTRAINT "request_draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "request_draft_toCompanyId_fkey" FOREIGN KEY ("toCompanyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "request_draft_toExpertId_fkey" FOREIGN KEY ("toExpertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "response_draft"
  ADD CONSTRAINT "response_draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_mark"
  ADD CONSTRAINT "request_mark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_search"
  ADD CONSTRAINT "saved_search_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "client_invitation"
  ADD CONSTRAINT "client_invitation_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "company"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "client_invitation_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "expert"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "client_invitation_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"(id) ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "client_invitation_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "member_invitation"
  ADD CONSTRAINT "member_invitation_invitedBy_fkey" FOREIGN KEY ("invitedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "member_invitation_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certification"
  ADD CONSTRAINT "certification_lookedBy_fkey" FOREIGN KEY ("lookedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "certification_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification"
  ADD CONSTRAINT "notification_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "conversation"(id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- More of what is written stays written: what was done in an account, what a request said, what a proposal promised.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "activity_event" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
-- Each row: a request that was never edited may go, as a bulk load takes its own back.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "request_edit" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "request_edit" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "milestone" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON "activity_event", "request_edit", "milestone" FROM groundcrew_web, groundcrew_worker, groundcrew_broker;

-- Nor is a milestone added to a proposal that was sent: together they are its maximum.
CREATE FUNCTION milestones_are_the_maximum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountMinor") FROM "milestone" WHERE "proposalId" = NEW."proposalId")
     IS DISTINCT FROM (SELECT "maximumMinor" FROM "proposal" WHERE id = NEW."proposalId") THEN
    RAISE EXCEPTION 'the milestones of proposal % are not its maximum', NEW."proposalId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'milestones_are_the_maximum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER milestones_are_the_maximum AFTER INSERT ON "milestone" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION milestones_are_the_maximum();

-- Revoked is what AWS has shown to be gone, succeeded what the ledger holds: neither is said without its proof.
CREATE FUNCTION revoked_needs_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'revoked' AND NOT EXISTS (SELECT 1 FROM "grant_step" WHERE "grantId" = NEW.id AND kind = 'gone') THEN
    RAISE EXCEPTION 'grant % cannot be revoked: its role was not shown to be gone', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revoked_needs_gone';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revoked_needs_gone AFTER INSERT OR UPDATE ON "grant" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'revoked') EXECUTE FUNCTION revoked_needs_gone();
CREATE FUNCTION succeeded_needs_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ledger_transaction" WHERE "paymentId" = NEW.id AND kind = 'charge') THEN
    RAISE EXCEPTION 'payment % cannot have succeeded: the ledger does not hold it', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'succeeded_needs_ledger';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER succeeded_needs_ledger AFTER INSERT OR UPDATE ON "payment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'succeeded') EXECUTE FUNCTION succeeded_needs_ledger();
