-- AlterTable
ALTER TABLE "saved_search" DROP COLUMN "toldAt",
ADD COLUMN     "anchors" TEXT[],
ADD COLUMN     "words" tsquery NOT NULL;

-- AlterTable
ALTER TABLE "saved_search_hit" ADD COLUMN     "dueAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "open_request" (
    "position" BIGSERIAL NOT NULL,
    "requestId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "found" tsvector NOT NULL,

    CONSTRAINT "open_request_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "open_request_requestId_key" ON "open_request"("requestId");

-- CreateIndex
CREATE INDEX "open_request_openedAt_idx" ON "open_request"("openedAt");

-- AddForeignKey
ALTER TABLE "open_request" ADD CONSTRAINT "open_request_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: finding open requests. Measured and explained in docs/decisions/0013. ----------------------------------

-- Two integers beside a tsvector in one GIN index: standard contrib, in the packaged Postgres as well.
CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE "request" DROP COLUMN search;

-- What a request is found by. No word of a text begins with #, so facts and words cannot be taken for one another.
CREATE FUNCTION request_lexemes(r "request") RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('english', r.title), 'A') || setweight(to_tsvector('english', r.description), 'B')
    || array_to_tsvector(
      ARRAY(SELECT '#t:' || word FROM unnest(tsvector_to_array(to_tsvector('english', r.title))) AS word)
      || ARRAY(SELECT '#s:' || code FROM unnest(r.services) AS code WHERE code <> '')
      -- Budget and service are asked together so often that they stand together as well: a list of few instead of two of many.
      || ARRAY(SELECT '#bs:' || r.budget || ':' || code FROM unnest(r.services) AS code WHERE code <> '')
      || ARRAY(SELECT '#r:' || code FROM unnest(r.regions) AS code WHERE code <> '')
      || ARRAY['#b:' || r.budget, '#l:' || r.location,
        '#n:' || CASE WHEN r."responseCount" = 0 THEN 'none' WHEN r."responseCount" < 5 THEN 'few' ELSE 'many' END]
      || CASE WHEN r.slots IS NULL OR r."openCount" < r.slots THEN ARRAY['#free'] ELSE '{}' END)
$$;

-- The same query for titles alone, at least as wide: a title's words stand in the index with #t: in front, without places.
CREATE FUNCTION title_words(words tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN words::text ~ '!' AND words::text ~ '<' THEN ''::tsquery
    ELSE regexp_replace(regexp_replace(words::text, ' <(-|\d+)> ', ' & ', 'g'), '''((?:[^'']|'''')*)''', '''#t:\1''', 'g')::tsquery END
$$;

CREATE FUNCTION keep_open_request(r "request") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  opens boolean := r.status = 'accepting' AND r.audience = 'everyone'
    AND NOT EXISTS (SELECT 1 FROM "customer" c WHERE c.id = r."customerId" AND c."suspendedAt" IS NOT NULL);
BEGIN
  IF NOT opens THEN
    UPDATE "open_request" SET open = false, found = ''::tsvector WHERE "requestId" = r.id AND open;
    RETURN;
  END IF;
  -- Not INSERT ... ON CONFLICT: that would use a number up each time.
  UPDATE "open_request" SET open = true, found = request_lexemes(r) WHERE "requestId" = r.id;
  IF NOT FOUND THEN
    INSERT INTO "open_request" ("requestId", "customerId", open, "openedAt", found)
    VALUES (r.id, r."customerId", true, coalesce(r."openedAt", r."createdAt"), request_lexemes(r));
  END IF;
END $$;

CREATE FUNCTION request_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_open_request(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER request_opens AFTER INSERT OR UPDATE OF title, description, budget, location, services, regions, slots,
  status, audience, "responseCount", "openCount", "openedAt" ON "request" FOR EACH ROW EXECUTE FUNCTION request_opens();

CREATE FUNCTION customer_requests_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_open_request(r) FROM "request" r WHERE r."customerId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER customer_requests_open AFTER UPDATE OF "suspendedAt" ON "customer" FOR EACH ROW
  WHEN (OLD."suspendedAt" IS DISTINCT FROM NEW."suspendedAt") EXECUTE FUNCTION customer_requests_open();

-- The requests that there are already, in the order of their posting.
SELECT keep_open_request(r) FROM (SELECT * FROM "request" ORDER BY "createdAt", id) AS r;

CREATE INDEX open_request_list ON "open_request" ("position") WHERE open;
-- One index over where, blocks of 1,024 and of 16,384 neighbours, and over what is looked for: in this order, as GIN takes the
-- first column's next row and asks the others from there on. No list of pending entries, which every search would read through.
CREATE INDEX open_request_found ON "open_request" USING gin (("position" >> 10), ("position" >> 14), found)
  WITH (fastupdate = off) WHERE open;

-- Looks through open requests from a place, downwards (older) or upwards (newer), until it has as many as are wanted.
-- Without words it reads along the list. With words it looks into 4 blocks of 1,024, then into blocks of 16,384; where the
-- first 4 had nothing, or another 4 not enough, into everything at once: what is common stands in the first block, and
-- what is rare is few altogether. After MOST blocks it stops: a last row without a request says from where to look on.
CREATE FUNCTION find_open_requests(asked text, filters tsquery, whole boolean, since timestamptz, start bigint, upward boolean,
  wanted int, others_than uuid[], reader uuid)
RETURNS TABLE (place bigint, request uuid) LANGUAGE plpgsql STABLE ROWS 21
SET jit = off SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  most CONSTANT int := 40;
  few CONSTANT int := 600;
  newest bigint;
  oldest bigint := 0;
  edge bigint;
  low bigint;
  high bigint;
  block bigint;
  got int := 0;
  came int;
  text_asked tsquery := websearch_to_tsquery('english', asked);
  words tsquery;
  -- Where titles alone are searched, the index answers too widely: each title is looked at again.
  titles tsquery;
  everything boolean;
  places bigint[];
  requests uuid[];
BEGIN
  IF asked <> '' AND numnode(text_asked) = 0 THEN RETURN; END IF;
  words := (CASE WHEN whole THEN text_asked ELSE title_words(text_asked) END) && filters;
  IF NOT whole AND asked <> '' THEN
    titles := text_asked;
    -- Nothing that the index could answer: every block is read.
    IF numnode(words) = 0 THEN words := '!''#'''; END IF;
  END IF;
  IF numnode(words) = 0 THEN words := NULL; END IF;
  everything := querytree(words) NOT IN ('', 'T');
  SELECT max("position") INTO newest FROM "open_request" WHERE open;
  IF newest IS NULL THEN RETURN; END IF;
  IF since IS NOT NULL THEN
    -- Those that are posted side by side may have their numbers the other way round, but not a whole block of them.
    SELECT o."position" - 1024 INTO oldest FROM "open_request" o WHERE o."openedAt" < since ORDER BY o."openedAt" DESC LIMIT 1;
    oldest := greatest(coalesce(oldest, 0), 0);
  END IF;
  edge := CASE WHEN upward THEN greatest(start + 1, oldest) ELSE least(coalesce(start - 1, newest), newest) END;

  IF words IS NULL THEN
    IF upward THEN
      RETURN QUERY SELECT o."position", o."requestId" FROM "open_request" o
        WHERE o.open AND o."position" >= edge AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden')
        ORDER BY o."position" LIMIT wanted;
    ELSE
      RETURN QUERY SELECT o."position", o."requestId" FROM "open_request" o
        WHERE o.open AND o."position" <= edge AND o."position" >= oldest AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden')
        ORDER BY o."position" DESC LIMIT wanted;
    END IF;
    RETURN;
  END IF;

  FOR step IN 1..most LOOP
    IF edge < oldest OR edge > newest THEN RETURN; END IF;
    IF step <= 4 THEN
      block := edge >> 10;
      low := greatest(CASE WHEN upward THEN edge ELSE block << 10 END, oldest);
      high := CASE WHEN upward THEN (block << 10) + 1023 ELSE edge END;
      RETURN QUERY SELECT o."position", o."requestId" FROM "open_request" o
        WHERE o.open AND o.found @@ words AND (o."position" >> 10) = block
          AND o."position" + 0 BETWEEN low AND high AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since) AND (titles IS NULL OR ts_filter(o.found, '{a}') @@ titles)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden')
        ORDER BY CASE WHEN upward THEN o."position" ELSE -o."position" END LIMIT wanted - got;
    ELSIF everything AND (step = 9 OR got = 0) THEN
      everything := false;
      SELECT count(*), array_agg(s.place ORDER BY CASE WHEN upward THEN s.place ELSE -s.place END) FILTER (WHERE s.fits),
        array_agg(s.request ORDER BY CASE WHEN upward THEN s.place ELSE -s.place END) FILTER (WHERE s.fits)
        INTO came, places, requests
      FROM (
        SELECT o."position" AS place, o."requestId" AS request,
          (CASE WHEN upward THEN o."position" >= edge ELSE o."position" <= edge END)
          AND o."position" >= oldest AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since) AND (titles IS NULL OR ts_filter(o.found, '{a}') @@ titles)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden') AS fits
        FROM (SELECT * FROM "open_request" e WHERE e.open AND e.found @@ words LIMIT few + 1) AS o
      ) AS s;
      IF came <= few THEN
        RETURN QUERY SELECT * FROM unnest(places[1:wanted - got], requests[1:wanted - got]);
        RETURN;
      END IF;
      CONTINUE;
    ELSE
      block := edge >> 14;
      low := greatest(CASE WHEN upward THEN edge ELSE block << 14 END, oldest);
      high := CASE WHEN upward THEN (block << 14) + 16383 ELSE edge END;
      RETURN QUERY SELECT o."position", o."requestId" FROM "open_request" o
        WHERE o.open AND o.found @@ words AND (o."position" >> 14) = block
          AND o."position" + 0 BETWEEN low AND high AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since) AND (titles IS NULL OR ts_filter(o.found, '{a}') @@ titles)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden')
        ORDER BY CASE WHEN upward THEN o."position" ELSE -o."position" END LIMIT wanted - got;
    END IF;
    GET DIAGNOSTICS came = ROW_COUNT;
    got := got + came;
    IF got >= wanted THEN RETURN; END IF;
    edge := CASE WHEN upward THEN high + 1 ELSE low - 1 END;
  END LOOP;
  IF edge >= oldest AND edge <= newest THEN RETURN QUERY SELECT edge, NULL::uuid; END IF;
END $$;

-- When what was found is told: at once, or at the next eight o'clock of the person's own day.
CREATE FUNCTION alert_due(pace "AlertPace", at timestamptz, zone text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE pace WHEN 'immediate' THEN at
    WHEN 'daily' THEN (date_trunc('day', (at AT TIME ZONE zone) - interval '8 hours') + interval '1 day 8 hours') AT TIME ZONE zone END
$$;

-- Saved searches are looked up by a new request's words.
CREATE INDEX saved_search_anchors ON "saved_search" USING gin (anchors) WITH (fastupdate = off);
CREATE INDEX saved_search_hit_due ON "saved_search_hit" ("dueAt") WHERE "toldAt" IS NULL AND "dueAt" IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "open_request" TO groundcrew_web, groundcrew_worker;
GRANT USAGE ON SEQUENCE "open_request_position_seq" TO groundcrew_web, groundcrew_worker;
