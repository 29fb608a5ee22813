-- Whoever answered has opened the request. It is noted with the answer from now on; here for the answers that are there,
-- and for a company that was asked directly and has written before the request was opened to all.
WITH noted AS (
  INSERT INTO "request_view" ("requestId", "companyId", "at")
  SELECT a."requestId", a."companyId", a."createdAt" FROM "response" a JOIN "request" r ON r.id = a."requestId"
  WHERE a.origin = 'answer' OR r.audience = 'everyone' AND EXISTS (
    SELECT 1 FROM "message" m WHERE m."conversationId" = a.id AND m.side = 'company' AND m."authorId" IS NOT NULL)
  ON CONFLICT DO NOTHING RETURNING "requestId")
UPDATE "request" r SET "viewCount" = r."viewCount" + n.companies
FROM (SELECT "requestId", count(*)::int AS companies FROM noted GROUP BY "requestId") AS n WHERE n."requestId" = r.id;
