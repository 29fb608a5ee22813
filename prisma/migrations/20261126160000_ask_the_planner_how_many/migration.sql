-- Filters that many rows have cost the index of words more than walking the order does; a rare word costs the walk more. Which to
-- try first is asked of the planner's statistics. None of these functions is STABLE any more, for such a one may not run EXPLAIN.
-- See docs/decisions/0030-the-directory-in-two-tables-of-its-own.md.

-- The ids of a page in the order of standing, whatever is looked for, without ever reading many rows: see the decision. `must`
-- are the bits that a row has at least, `either` some of which it has. One function a table, of one text.
DO $make$
DECLARE
  what text;
BEGIN
  FOREACH what IN ARRAY ARRAY['expert', 'company'] LOOP
    EXECUTE replace($text$
CREATE OR REPLACE FUNCTION directory_{what}_ids(q tsquery, must bit, either bit, after_standing bigint, after_id uuid, most int) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  none constant bit(1024) := 0::bit(1024);
  few constant int := 1000;
  -- Of this many rows, which lie anywhere in the table, more are found by walking.
  many constant int := 800;
  expected json;
  step text;
  ids uuid[];
  seen int;
BEGIN
  IF q IS NULL THEN
    RETURN ARRAY(SELECT x.id FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
      ORDER BY x.standing DESC, x.id DESC LIMIT most);
  END IF;
  EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM {what}_entry WHERE search @@ ' || quote_literal(q) || '::tsquery' INTO expected;
  FOREACH step IN ARRAY CASE WHEN (expected->0->'Plan'->>'Plan Rows')::bigint < many THEN '{look,walk far}' ELSE '{walk,look,walk far}' END::text[] LOOP
    IF step = 'look' THEN
      -- What few have: all of those, sorted. The sums keep the planner to the index of words.
      SELECT count(*), (array_agg(h.id ORDER BY h.standing DESC, h.id DESC))[1:most] INTO seen, ids FROM (
        SELECT x.id, x.standing FROM {what}_entry x
        WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id) LIMIT few) AS h;
      IF seen < few THEN RETURN coalesce(ids, '{}'); END IF;
    ELSE
      -- What is common stands among the next rows anyway. The index alone says of nearly all the others that they are not meant.
      ids := ARRAY(
        SELECT w.id FROM (
          SELECT x.id, x.standing, x.bits FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
          ORDER BY x.standing DESC, x.id DESC LIMIT CASE step WHEN 'walk' THEN 4000 ELSE 30000 END) AS w
        JOIN {what}_entry y ON y.id = w.id
        WHERE w.bits & must = must AND (either IS NULL OR w.bits & either <> none) AND y.search @@ q
        ORDER BY w.standing DESC, w.id DESC LIMIT most);
      IF cardinality(ids) >= most THEN RETURN ids; END IF;
    END IF;
  END LOOP;
  -- Many, and all of them far below.
  RETURN ARRAY(SELECT x.id FROM {what}_entry x
    WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id)
    ORDER BY x.standing + 0 DESC, x.id DESC LIMIT most);
END $$;$text$, '{what}', what);
  END LOOP;
END $make$;

ALTER FUNCTION directory_page(text, text, text[], text[], text[], boolean, bigint, uuid, int) VOLATILE;
ALTER FUNCTION directory_experts(text, text[], text[], text[], boolean, bigint, uuid, int) VOLATILE;
ALTER FUNCTION directory_companies(text, text[], text[], text[], boolean, bigint, uuid, int) VOLATILE;
