-- CreateTable
CREATE TABLE "lookup_slot" (
    "place" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lookup_slot_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "broker_nonce" (
    "nonce" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broker_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateIndex
CREATE INDEX "broker_nonce_expiresAt_idx" ON "broker_nonce"("expiresAt");

-- How the broker paces itself and knows a call that it has answered already: nobody else's business.
GRANT SELECT, INSERT, UPDATE, DELETE ON "lookup_slot", "broker_nonce" TO groundcrew_broker;
REVOKE ALL ON "lookup_slot", "broker_nonce" FROM groundcrew_web, groundcrew_worker;
