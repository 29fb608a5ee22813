-- CreateTable
CREATE TABLE "creation" (
    "personId" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creation_pkey" PRIMARY KEY ("personId","command","key")
);

-- What a press has made is never another thing later.
GRANT SELECT, INSERT, UPDATE ("answer") ON "creation" TO groundcrew_web, groundcrew_worker;
