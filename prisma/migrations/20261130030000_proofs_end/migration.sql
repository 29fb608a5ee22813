-- The secret of an invitation's mail is worth nothing once it was answered, withdrawn or has expired.
UPDATE "member_invitation" SET "tokenHash" = NULL WHERE status <> 'sent';
UPDATE "client_invitation" SET "tokenHash" = NULL WHERE status <> 'sent';
ALTER TABLE "member_invitation"
  ADD CONSTRAINT "member_invitation_secret_while_open" CHECK ("tokenHash" IS NULL OR status = 'sent');
ALTER TABLE "client_invitation"
  ADD CONSTRAINT "client_invitation_secret_while_open" CHECK ("tokenHash" IS NULL OR status = 'sent');

-- An address that was confirmed for requests was good for ever; now for a year from then (CONTACT_DAYS).
UPDATE "address_proof" SET "expiresAt" = "verifiedAt" + interval '365 days'
  WHERE purpose = 'contact' AND "verifiedAt" IS NOT NULL;
-- A link that was opened opens nothing more.
UPDATE "address_proof" SET "tokenHash" = NULL WHERE "verifiedAt" IS NOT NULL;
ALTER TABLE "address_proof"
  ADD CONSTRAINT "address_proof_secret_while_open" CHECK ("tokenHash" IS NULL OR "verifiedAt" IS NULL);
