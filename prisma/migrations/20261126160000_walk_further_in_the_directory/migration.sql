-- Filters that many rows have cost the index of words more than walking the order does; names that are alike are rare, and no bits
-- tell of them. See docs/decisions/0030-the-directory-in-two-tables-of-its-own.md.
DROP FUNCTION directory_expert_ids(tsquery, bit, bit, bigint, uuid, int);
DROP FUNCTION directory_company_ids(tsquery, bit, bit, bigint, uuid, int);

-- The ids of a page in the order of standing, whatever is looked for, without ever reading many rows: see the decision. `must`
-- are the bits that a row has at least, `either` some of which it has; `rare` says that few rows are meant. One function a table, of
-- one text.
DO $make$
DECLARE
  what text;
BEGIN
  FOREACH what IN ARRAY ARRAY['expert', 'company'] LOOP
    EXECUTE replace($text$
CREATE FUNCTION directory_{what}_ids(q tsquery, must bit, either bit, rare boolean, after_standing bigint, after_id uuid, most int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  none constant bit(1024) := 0::bit(1024);
  few constant int := 1000;
  -- How far to walk before the index of words is asked, and after it: 4,000 places cost less than what few have, which lies
  -- anywhere in the table. Where no bits tell rows apart, each place costs its row.
  spans constant int[] := CASE WHEN rare THEN '{0,30000}' WHEN must = none AND either IS NULL THEN '{500,30000}' ELSE '{4000,30000}' END;
  span int;
  ids uuid[];
  seen int;
BEGIN
  IF q IS NULL THEN
    RETURN ARRAY(SELECT x.id FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
      ORDER BY x.standing DESC, x.id DESC LIMIT most);
  END IF;
  FOREACH span IN ARRAY spans LOOP
    -- What is common stands among the next rows anyway. The index alone says of nearly all the others that they are not meant.
    ids := ARRAY(
      SELECT w.id FROM (
        SELECT x.id, x.standing, x.bits FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
        ORDER BY x.standing DESC, x.id DESC LIMIT span) AS w
      JOIN {what}_entry y ON y.id = w.id
      WHERE w.bits & must = must AND (either IS NULL OR w.bits & either <> none) AND y.search @@ q
      ORDER BY w.standing DESC, w.id DESC LIMIT most);
    IF cardinality(ids) >= most THEN RETURN ids; END IF;
    EXIT WHEN span = spans[2];
    -- What few have: all of those, sorted. The sums keep the planner to the index of words.
    SELECT count(*), (array_agg(h.id ORDER BY h.standing DESC, h.id DESC))[1:most] INTO seen, ids FROM (
      SELECT x.id, x.standing FROM {what}_entry x
      WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id) LIMIT few) AS h;
    IF seen < few THEN RETURN coalesce(ids, '{}'); END IF;
  END LOOP;
  -- Many, and all of them far below.
  RETURN ARRAY(SELECT x.id FROM {what}_entry x
    WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id)
    ORDER BY x.standing + 0 DESC, x.id DESC LIMIT most);
END $$;$text$, '{what}', what);
  END LOOP;
END $make$;

-- A page's ids: all of `tags`, one of `any_of`, one of `phrases`, and the words. Where the words find nothing at all, names that are alike stand in
-- their place, and `alike` says so.
CREATE OR REPLACE FUNCTION directory_page(what text, typed text, tags text[], any_of text[], phrases text[], near boolean, after_standing bigint, after_id uuid, most int,
  OUT ids uuid[], OUT alike boolean) LANGUAGE plpgsql STABLE AS $$
DECLARE
  words tsquery := CASE WHEN typed <> '' THEN directory_query(typed, near) END;
  filter tsquery := (SELECT string_agg(quote_literal(tag), ' & ') FROM unnest(tags) AS tag)::tsquery;
  choice tsquery := (SELECT string_agg(quote_literal(tag), ' | ') FROM unnest(any_of) AS tag)::tsquery;
  about tsquery := (SELECT string_agg(phraseto_tsquery('english', phrase)::text, ' | ') FROM unnest(phrases) AS phrase)::tsquery;
  either bit(1024) := CASE WHEN cardinality(any_of) > 0 THEN directory_bits(array_to_tsvector(any_of)) END;
  must bit(1024);
  q tsquery;
BEGIN
  -- Only stop words, or nothing that is a word: as if nothing had been typed.
  IF numnode(words) = 0 THEN words := NULL; END IF;
  filter := coalesce(filter && choice, filter, choice);
  filter := coalesce(filter && about, filter, about);
  alike := near;
  LOOP
    q := coalesce(words && filter, words, filter);
    must := directory_bits(array_to_tsvector(tags)
      -- A word must be there unless somebody wrote "or", or a minus.
      || CASE WHEN words IS NULL OR alike OR typed ~* '-|\mor\M' THEN '' ELSE to_tsvector('english', unaccent(typed)) END);
    ids := CASE what WHEN 'expert' THEN directory_expert_ids(q, must, either, alike, after_standing, after_id, most)
      ELSE directory_company_ids(q, must, either, alike, after_standing, after_id, most) END;
    EXIT WHEN alike OR cardinality(ids) > 0 OR words IS NULL;
    words := directory_query(typed, true);
    alike := true;
    EXIT WHEN words IS NULL;
  END LOOP;
END $$;
