-- AlterTable
ALTER TABLE "message" ADD COLUMN     "actorId" UUID,
ADD COLUMN     "facts" JSONB;

ALTER TABLE "message"
  ADD CONSTRAINT "message_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "person"(id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- A line that nobody has to read (the role is made, the charge went through) leaves read what was read: also where the broker writes it.
GRANT UPDATE ON "read_mark" TO groundcrew_broker;
