-- A request for any number of responses has no places to count: `greatest` overlooks a null, so such a one seemed full.
CREATE OR REPLACE FUNCTION open_request_cards(asked text, filters tsquery, whole boolean, since timestamptz, start bigint, upward boolean,
  wanted int, others_than uuid[], reader uuid, companies uuid[])
RETURNS TABLE ("position" bigint, open boolean, id uuid, title text, excerpt text, budget text, location text, services text[],
  regions text[], "responseCount" int, places int, "postedAt" timestamptz, "responseId" uuid, mark text)
LANGUAGE plpgsql STABLE ROWS 21 SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT f.place, true, r.id, r.title, CASE WHEN whole THEN left(r.description, 400) END, r.budget::text,
      r.location::text, r.services, r.regions, r."responseCount",
      CASE WHEN r.slots IS NOT NULL THEN greatest(r.slots - r."openCount", 0) END,
      coalesce(r."openedAt", r."createdAt"),
      (SELECT a.id FROM "response" a WHERE a."requestId" = r.id AND a."companyId" = ANY (companies) LIMIT 1),
      (SELECT m.mark::text FROM "request_mark" m WHERE m."personId" = reader AND m."requestId" = r.id)
    FROM find_open_requests(asked, filters, whole, since, start, upward, wanted, others_than, reader) AS f
    LEFT JOIN "request" r ON r.id = f.request ORDER BY f.place DESC;
END $$;
