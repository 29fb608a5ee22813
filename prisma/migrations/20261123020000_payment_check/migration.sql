-- The card of a payment, and when to ask Stripe again.
ALTER TABLE "payment" ADD COLUMN IF NOT EXISTS "stripeMethodId" TEXT;
ALTER TABLE "payment" ADD COLUMN IF NOT EXISTS "checkAt" TIMESTAMPTZ(3);
CREATE INDEX IF NOT EXISTS "payment_checkAt_idx" ON "payment"("checkAt");
