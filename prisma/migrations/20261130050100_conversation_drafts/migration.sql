-- CreateTable
CREATE TABLE "conversation_draft" (
    "personId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_draft_pkey" PRIMARY KEY ("personId","conversationId","form")
);

-- AddForeignKey
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The web alone: neither the worker nor the broker has any use for what nobody has said yet.
GRANT SELECT, INSERT, UPDATE, DELETE ON "conversation_draft" TO groundcrew_web, groundcrew_worker;
