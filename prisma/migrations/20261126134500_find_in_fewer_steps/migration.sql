-- The same function, with fewer looks: 2 blocks of 1,024, then up to 4 of 16,384; where the first 2 had nothing, or all 6 not
-- enough, everything at once.
CREATE OR REPLACE FUNCTION find_open_requests(asked text, filters tsquery, whole boolean, since timestamptz, start bigint, upward boolean,
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
    IF step <= 2 THEN
      block := edge >> 10;
      low := greatest(CASE WHEN upward THEN edge ELSE block << 10 END, oldest);
      high := CASE WHEN upward THEN (block << 10) + 1023 ELSE edge END;
      RETURN QUERY SELECT o."position", o."requestId" FROM "open_request" o
        WHERE o.open AND o.found @@ words AND (o."position" >> 10) = block
          AND o."position" + 0 BETWEEN low AND high AND o."customerId" <> ALL (others_than)
          AND (since IS NULL OR o."openedAt" >= since) AND (titles IS NULL OR ts_filter(o.found, '{a}') @@ titles)
          AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = o."requestId" AND m.mark = 'hidden')
        ORDER BY CASE WHEN upward THEN o."position" ELSE -o."position" END LIMIT wanted - got;
    ELSIF everything AND (step = 7 OR got = 0) THEN
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

-- What a card of the list shows of each, with a plan that is made once a connection: planning took as long as reading.
CREATE FUNCTION open_request_cards(asked text, filters tsquery, whole boolean, since timestamptz, start bigint, upward boolean,
  wanted int, others_than uuid[], reader uuid, companies uuid[])
RETURNS TABLE ("position" bigint, open boolean, id uuid, title text, excerpt text, budget text, location text, services text[],
  regions text[], "responseCount" int, places int, "postedAt" timestamptz, "responseId" uuid, mark text)
LANGUAGE plpgsql STABLE ROWS 21 SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT f.place, true, r.id, r.title, CASE WHEN whole THEN left(r.description, 400) END, r.budget::text,
      r.location::text, r.services, r.regions, r."responseCount", greatest(r.slots - r."openCount", 0),
      coalesce(r."openedAt", r."createdAt"),
      (SELECT a.id FROM "response" a WHERE a."requestId" = r.id AND a."companyId" = ANY (companies) LIMIT 1),
      (SELECT m.mark::text FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = r.id)
    FROM find_open_requests(asked, filters, whole, since, start, upward, wanted, others_than, reader) AS f
    LEFT JOIN "request" r ON r.id = f.request ORDER BY f.place DESC;
END $$;
