-- The directory's search tables once more, as a whole: beside the words of a row stands all that a list shows of it, and each
-- filter has a list of its own in the order of standing. This file takes the place of what 20261126130000_directory and
-- 20261126160000_ask_the_planner_how_many say of these tables, but for `name_word`, `name_words`, `directory_standing`,
-- `directory_rating` and the triggers that call `directory_follow`.
-- See docs/decisions/0030-the-directory-in-two-tables-of-its-own.md.
DROP FUNCTION directory_experts(text, text[], text[], text[], boolean, bigint, uuid, int);
DROP FUNCTION directory_companies(text, text[], text[], text[], boolean, bigint, uuid, int);
DROP FUNCTION directory_page(text, text, text[], text[], text[], boolean, bigint, uuid, int);
DROP FUNCTION directory_expert_ids(tsquery, bit, bit, bigint, uuid, int);
DROP FUNCTION directory_company_ids(tsquery, bit, bit, bigint, uuid, int);
DROP VIEW expert_entry_truth, company_entry_truth;
DROP TABLE expert_entry, company_entry;
DROP FUNCTION directory_bits(tsvector);

-- The level of a certification by its code; null for one that is not known. The same list stands in lib/experts/certifications.ts,
-- and a test compares.
CREATE FUNCTION directory_level(code text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN code IN ('CLF', 'AIF') THEN 'foundational'
  WHEN code IN ('SAA', 'DVA', 'SOA', 'DEA', 'MLA') THEN 'associate'
  WHEN code IN ('SAP', 'DOP', 'AIP') THEN 'professional'
  WHEN code IN ('ANS', 'SCS', 'MLS', 'DBS', 'PAS', 'DAS') THEN 'specialty'
END;

-- What can be filtered by, as words that no text can hold: the parser makes none that begins with "=".
CREATE OR REPLACE FUNCTION directory_tags(country text, freelancer boolean, partner boolean, codes text[], languages text[], rate bigint, stars numeric)
RETURNS text[] LANGUAGE sql STABLE
RETURN ARRAY['=country:' || country, CASE WHEN freelancer THEN '=freelancer' ELSE '=firm' END]
  || CASE WHEN partner THEN ARRAY['=partner'] END
  || ARRAY(SELECT '=code:' || code FROM unnest(codes) AS code)
  || ARRAY(SELECT DISTINCT '=level:' || directory_level(code) FROM unnest(codes) AS code WHERE directory_level(code) IS NOT NULL)
  || ARRAY(SELECT '=language:' || lower(unaccent(language)) FROM unnest(languages) AS language)
  || ARRAY(SELECT '=rate:' || step FROM unnest('{50,75,100,125,150,200,300}'::int[]) AS step WHERE rate <= step * 100)
  || ARRAY(SELECT '=stars:' || step FROM unnest('{30,35,40,45}'::int[]) AS step WHERE stars * 10 >= step);

-- The tags among the words of a row.
CREATE FUNCTION directory_tags_in(search tsvector) RETURNS text[] LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT word FROM unnest(tsvector_to_array(search)) AS word WHERE word LIKE '=%' AND word NOT LIKE '=name:%');

-- Bloom filters: three bits of 1,024 for each word and tag of a row, and three of 256 for its tags alone. `directory_places` says
-- which of the 1,024, the first bit of each word first.
CREATE FUNCTION directory_places(words tsvector) RETURNS int[] LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT (hashtextextended(word, 0) >> part & 1023)::int
  FROM unnest('{0,10,20}'::int[]) AS part, unnest(tsvector_to_array(words)) AS word ORDER BY part);
CREATE FUNCTION directory_bits(words tsvector) RETURNS bit(1024) LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(bit_or(set_bit(0::bit(1024), place, 1)), 0::bit(1024)) FROM unnest(directory_places(words)) AS place);
CREATE FUNCTION directory_marks(tags text[]) RETURNS bit(256) LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(bit_or(set_bit(0::bit(256), place & 255, 1)), 0::bit(256)) FROM unnest(directory_places(array_to_tsvector(tags))) AS place);

-- One row a published expert, and one a company that has any: what is searched, in which order it is shown, and what of it.
CREATE TABLE expert_entry (
  id uuid PRIMARY KEY,
  "companyId" uuid NOT NULL,
  standing bigint NOT NULL,
  card jsonb NOT NULL,
  search tsvector NOT NULL,
  bits bit(1024) NOT NULL GENERATED ALWAYS AS (directory_bits(search)) STORED
);
CREATE INDEX expert_entry_company ON expert_entry ("companyId");
CREATE TABLE company_entry (
  id uuid PRIMARY KEY,
  standing bigint NOT NULL,
  card jsonb NOT NULL,
  search tsvector NOT NULL,
  bits bit(1024) NOT NULL GENERATED ALWAYS AS (directory_bits(search)) STORED
);

-- What the tables must hold. The rest keeps them so, and a test compares. Stars are hundredths of the company's average, null
-- while nobody has reviewed it; codes are those of certifications in force.
CREATE VIEW expert_entry_truth AS
SELECT e.id, e."companyId",
  directory_standing(rating.sum, rating.reviews, greatest(e."publishedAt", answered.at)) AS standing,
  jsonb_build_object('name', p.name, 'timeZone', p."timeZone", 'photo', f.hash, 'headline', e.headline, 'languages', e.languages,
    'rateFromMinor', e."rateFromMinor", 'rateToMinor', e."rateToMinor", 'currency', e.currency, 'companyId', c.id, 'companyName', c.name,
    'country', c.country, 'freelancer', c.freelancer, 'partner', c.partner, 'stars', round(rating.average * 100)::int,
    'reviews', rating.reviews, 'codes', held.codes) AS card,
  to_tsvector('simple', unaccent(p.name))
    || to_tsvector('english', unaccent(concat_ws(E'\n', p.name, c.name, e.headline, e.summary, e.experience,
      CASE WHEN e."sharesCompany" THEN c.about END)))
    || array_to_tsvector(directory_tags(c.country, c.freelancer, c.partner, held.codes, e.languages, e."rateFromMinor", rating.average))
    || array_to_tsvector(ARRAY(SELECT '=name:' || word FROM name_words(p.name || ' ' || c.name) AS word)) AS search
FROM "expert" e
JOIN "person" p ON p.id = e."personId"
JOIN "company" c ON c.id = e."companyId"
LEFT JOIN "person_photo" f ON f."personId" = p.id
CROSS JOIN LATERAL directory_rating(c.id) AS rating
CROSS JOIN LATERAL (SELECT max(a."createdAt") AS at FROM "response" a WHERE a."expertId" = e.id AND a.origin = 'answer') AS answered
CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT h.code ORDER BY h.code), '{}') AS codes FROM "certification" h
  WHERE h."expertId" = e.id AND h.status = 'verified') AS held
WHERE e."publishedAt" IS NOT NULL AND e."leftAt" IS NULL AND p."suspendedAt" IS NULL
  AND c."suspendedAt" IS NULL AND c."closedAt" IS NULL;

CREATE VIEW company_entry_truth AS
SELECT c.id,
  directory_standing(rating.sum, rating.reviews, team.active) AS standing,
  jsonb_build_object('name', c.name, 'country', c.country, 'about', left(c.about, 300), 'freelancer', c.freelancer, 'partner', c.partner,
    'experts', team.experts, 'rateFromMinor', team."rateFromMinor", 'rateToMinor', team."rateToMinor",
    'stars', round(rating.average * 100)::int, 'reviews', rating.reviews, 'codes', held.codes) AS card,
  to_tsvector('simple', unaccent(c.name))
    || to_tsvector('english', unaccent(concat_ws(E'\n', c.name, c.about, team.texts)))
    || array_to_tsvector(directory_tags(c.country, c.freelancer, c.partner, held.codes, spoken.languages, team."rateFromMinor", rating.average))
    || array_to_tsvector(ARRAY(SELECT '=name:' || word FROM name_words(c.name) AS word)) AS search
FROM "company" c
CROSS JOIN LATERAL directory_rating(c.id) AS rating
CROSS JOIN LATERAL (
  SELECT count(*)::int AS experts, min(e."rateFromMinor") AS "rateFromMinor", max(coalesce(e."rateToMinor", e."rateFromMinor")) AS "rateToMinor",
    string_agg(p.name || E'\n' || e.headline, E'\n') AS texts,
    max(greatest(e."publishedAt", (SELECT max(a."createdAt") FROM "response" a WHERE a."expertId" = e.id AND a.origin = 'answer'))) AS active,
    array_agg(e.id) AS ids
  FROM "expert" e JOIN "person" p ON p.id = e."personId"
  WHERE e."companyId" = c.id AND e."publishedAt" IS NOT NULL AND e."leftAt" IS NULL AND p."suspendedAt" IS NULL) AS team
CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT h.code ORDER BY h.code), '{}') AS codes FROM "certification" h
  WHERE h."expertId" = ANY (team.ids) AND h.status = 'verified') AS held
CROSS JOIN LATERAL (SELECT array_agg(DISTINCT language) AS languages FROM "expert" e, unnest(e.languages) AS language
  WHERE e.id = ANY (team.ids)) AS spoken
WHERE c."suspendedAt" IS NULL AND c."closedAt" IS NULL AND team.experts > 0;

-- Makes the rows of a company, and of one of its experts or of all, what they must be. One company at a time and after the
-- lock with a new look at what is committed: two changes side by side could otherwise each leave out the other's.
CREATE OR REPLACE FUNCTION directory_refresh(company uuid, expert uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('directory ' || company, 0));
  DELETE FROM expert_entry x WHERE x."companyId" = company AND (expert IS NULL OR x.id = expert)
    AND NOT EXISTS (SELECT FROM expert_entry_truth t WHERE t.id = x.id AND t."companyId" = company);
  INSERT INTO expert_entry (id, "companyId", standing, card, search)
  SELECT t.* FROM expert_entry_truth t WHERE t."companyId" = company AND (expert IS NULL OR t.id = expert)
  ON CONFLICT (id) DO UPDATE SET "companyId" = excluded."companyId", standing = excluded.standing, card = excluded.card, search = excluded.search
  WHERE (expert_entry."companyId", expert_entry.standing, expert_entry.card, expert_entry.search)
    IS DISTINCT FROM (excluded."companyId", excluded.standing, excluded.card, excluded.search);
  DELETE FROM company_entry x WHERE x.id = company AND NOT EXISTS (SELECT FROM company_entry_truth t WHERE t.id = company);
  INSERT INTO company_entry (id, standing, card, search) SELECT t.* FROM company_entry_truth t WHERE t.id = company
  ON CONFLICT (id) DO UPDATE SET standing = excluded.standing, card = excluded.card, search = excluded.search
  WHERE (company_entry.standing, company_entry.card, company_entry.search) IS DISTINCT FROM (excluded.standing, excluded.card, excluded.search);
  INSERT INTO name_word
  SELECT word FROM (
    SELECT x.card->>'name' AS name FROM company_entry x WHERE x.id = company
    UNION ALL SELECT x.card->>'name' FROM expert_entry x WHERE x."companyId" = company AND (expert IS NULL OR x.id = expert)) AS named,
    name_words(named.name) AS word
  ORDER BY word
  ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION directory_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  changed record := coalesce(NEW, OLD);
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'expert' THEN
      IF TG_OP = 'UPDATE' AND OLD."companyId" <> NEW."companyId" THEN PERFORM directory_refresh(OLD."companyId", NULL); END IF;
      PERFORM directory_refresh(changed."companyId", changed.id);
    WHEN 'company' THEN PERFORM directory_refresh(changed.id, NULL);
    WHEN 'person' THEN
      PERFORM directory_refresh(e."companyId", e.id) FROM "expert" e WHERE e."personId" = changed.id ORDER BY e."companyId";
    WHEN 'person_photo' THEN
      PERFORM directory_refresh(e."companyId", e.id) FROM "expert" e WHERE e."personId" = changed."personId" ORDER BY e."companyId";
    WHEN 'review' THEN PERFORM directory_refresh(changed."companyId", NULL);
    ELSE
      PERFORM directory_refresh(e."companyId", e.id) FROM "expert" e WHERE e.id = changed."expertId";
  END CASE;
  RETURN NULL;
END $$;
DROP TRIGGER directory_expert ON "expert";
CREATE CONSTRAINT TRIGGER directory_expert AFTER INSERT OR DELETE OR UPDATE OF "companyId", headline, summary, experience, "rateFromMinor",
  "rateToMinor", currency, languages, "sharesCompany", "publishedAt", "leftAt" ON "expert"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
DROP TRIGGER directory_person ON "person";
CREATE CONSTRAINT TRIGGER directory_person AFTER UPDATE OF name, "timeZone", "suspendedAt" ON "person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_photo AFTER INSERT OR DELETE OR UPDATE OF hash ON "person_photo"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();

-- What somebody typed, as words to look for; the names that are most alike where `near` says that the words found nothing. Of
-- several words only those are taken for misspelt that stand in no name, unless all do. A word that is two letters away from
-- one of n letters has at least n - 5 trigrams of n + 7 in common with it.
CREATE OR REPLACE FUNCTION directory_query(typed text, near boolean) RETURNS tsquery LANGUAGE plpgsql STABLE
SET pg_trgm.similarity_threshold = 0.2 AS $$
DECLARE
  plain text := unaccent(typed);
  given text;
  made tsquery;
  words text[];
  unknown text[];
BEGIN
  IF NOT near THEN
    made := websearch_to_tsquery('english', plain);
    RETURN CASE WHEN numnode(made) = 0 THEN websearch_to_tsquery('simple', plain) ELSE made END;
  END IF;
  words := ARRAY(SELECT n.word FROM name_words(left(plain, 80)) AS n (word) LIMIT 4);
  unknown := ARRAY(SELECT n.word FROM unnest(words) AS n (word) WHERE NOT EXISTS (SELECT FROM name_word w WHERE w.word = n.word));
  IF unknown = '{}' THEN unknown := words; END IF;
  FOREACH given IN ARRAY words LOOP
    PERFORM set_config('pg_trgm.similarity_threshold', greatest(0.2, (length(given) - 5.0) / (length(given) + 7))::text, true);
    made := coalesce(made && alike.words, alike.words) FROM (
      SELECT concat_ws(' | ', quote_literal(given), string_agg(quote_literal('=name:' || found.word), ' | '))::tsquery AS words FROM (
        SELECT w.word FROM name_word w
        WHERE given = ANY (unknown) AND w.word % given
          AND levenshtein_less_equal(w.word, given, 2) <= CASE WHEN length(given) < 5 THEN 1 ELSE 2 END
        ORDER BY levenshtein_less_equal(w.word, given, 2), similarity(w.word, given) DESC, w.word LIMIT 5) AS found) AS alike;
  END LOOP;
  RETURN made;
END $$;

-- What both tables have, in one text.
DO $make$
DECLARE
  what text;
BEGIN
  FOREACH what IN ARRAY ARRAY['expert', 'company'] LOOP
    EXECUTE replace($text$
-- A row stays whole: fetching a long profile's words from elsewhere would cost more than all the rest of a search.
ALTER TABLE {what}_entry SET (toast_tuple_target = 8160);
ALTER TABLE {what}_entry ALTER COLUMN search SET STORAGE MAIN;
ALTER TABLE {what}_entry ALTER COLUMN card SET STORAGE MAIN;
INSERT INTO {what}_entry SELECT * FROM {what}_entry_truth;
-- The order, and beside it what tells without the row that it cannot be meant.
CREATE INDEX {what}_entry_order ON {what}_entry (standing DESC, id DESC) INCLUDE (bits);
-- Without fastupdate: a reader would have to go through what writers have put off.
CREATE INDEX {what}_entry_search ON {what}_entry USING gin (search) WITH (fastupdate = off);

-- The order once for each tag: whoever has it, and beside it what tells that another is missing.
CREATE TABLE {what}_tag (
  tag text NOT NULL,
  standing bigint NOT NULL,
  id uuid NOT NULL,
  marks bit(256) NOT NULL,
  PRIMARY KEY (tag, standing, id) INCLUDE (marks)
);
CREATE VIEW {what}_tag_truth AS
SELECT tag, x.standing, x.id, x.marks
FROM (SELECT e.standing, e.id, had.tags, directory_marks(had.tags) AS marks
  FROM {what}_entry e CROSS JOIN LATERAL (SELECT directory_tags_in(e.search) AS tags OFFSET 0) AS had OFFSET 0) AS x, unnest(x.tags) AS tag;
INSERT INTO {what}_tag SELECT * FROM {what}_tag_truth;

CREATE FUNCTION directory_{what}_tag_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  before text[] := CASE WHEN TG_OP <> 'INSERT' THEN directory_tags_in(OLD.search) END;
  after text[] := CASE WHEN TG_OP <> 'DELETE' THEN directory_tags_in(NEW.search) END;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.id = NEW.id AND OLD.standing = NEW.standing AND before = after THEN RETURN NULL; END IF;
  IF before IS NOT NULL THEN
    DELETE FROM {what}_tag t WHERE t.tag = ANY (before) AND t.standing = OLD.standing AND t.id = OLD.id;
  END IF;
  IF after IS NOT NULL THEN
    INSERT INTO {what}_tag SELECT tag, NEW.standing, NEW.id, directory_marks(after) FROM unnest(after) AS tag;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER {what}_tag AFTER INSERT OR DELETE OR UPDATE ON {what}_entry FOR EACH ROW EXECUTE FUNCTION directory_{what}_tag_follow();

-- How many rows the planner's statistics expect.
CREATE FUNCTION directory_{what}_expected(q tsquery) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM {what}_entry WHERE search @@ ' || quote_literal(q) || '::tsquery' INTO plan;
  RETURN plan->0->'Plan'->'Plan Rows';
END $$;

-- The ids of a page in the order of standing, whatever is looked for, without ever reading many rows: see the decision. `words`
-- and `tags` are looked for; `must` are places of bits that a row has (`directory_places`).
CREATE FUNCTION directory_{what}_ids(words tsquery, tags text[], must int[], after_standing bigint, after_id uuid, most int)
RETURNS uuid[] LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  few constant int := 1000;
  far constant int := 4000;
  -- Of this many rows, which lie anywhere in the table, more are found by walking the order.
  many constant int := 800;
  -- A word that so many rows have is soon met in any tag's list.
  common constant int := 5000;
  -- How far a list is followed. With words, each row in it that has the tags must be looked at.
  long constant int := CASE WHEN words IS NULL THEN 20000 ELSE far END;
  marked bit(256);
  tagged tsquery;
  q tsquery;
  listed text;
  steps text[];
  step text;
  ids uuid[];
  seen int;
BEGIN
  IF words IS NULL AND tags = '{}' THEN
    RETURN ARRAY(SELECT x.id FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
      ORDER BY x.standing DESC, x.id DESC LIMIT most);
  END IF;
  tagged := (SELECT string_agg(quote_literal(tag), ' & ') FROM unnest(tags) AS tag);
  q := coalesce(words && tagged, words, tagged);
  steps := CASE
    WHEN words IS NULL THEN '{list,look,walk far}'
    WHEN directory_{what}_expected(q) >= many THEN '{walk,look,walk far}'
    WHEN tags <> '{}' AND directory_{what}_expected(words) >= common THEN '{list,look,walk far}'
    ELSE '{look,walk far}' END;
  FOREACH step IN ARRAY steps LOOP
    IF step = 'look' THEN
      -- What few have: all of those, sorted. The sums keep the planner to the index of words.
      SELECT count(*), (array_agg(h.id ORDER BY h.standing DESC, h.id DESC))[1:most] INTO seen, ids FROM (
        SELECT x.id, x.standing FROM {what}_entry x
        WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id) LIMIT few) AS h;
      IF seen < few THEN RETURN coalesce(ids, '{}'); END IF;
    ELSIF step = 'list' THEN
      -- Whoever has the tag that fewest have from here on: the hundredth of those stands lowest.
      listed := tags[1];
      IF cardinality(tags) > 1 THEN
        listed := had.tag FROM unnest(tags) AS had (tag) LEFT JOIN LATERAL (
          SELECT t.standing FROM {what}_tag t WHERE t.tag = had.tag AND (t.standing, t.id) < (after_standing, after_id)
          ORDER BY t.standing DESC, t.id DESC OFFSET 100 LIMIT 1) AS hundredth ON true
        ORDER BY hundredth.standing NULLS FIRST LIMIT 1;
      END IF;
      marked := directory_marks(tags);
      ids := ARRAY(
        SELECT w.id FROM (
          SELECT t.id, t.standing, t.marks FROM {what}_tag t WHERE t.tag = listed AND (t.standing, t.id) < (after_standing, after_id)
          ORDER BY t.standing DESC, t.id DESC LIMIT long) AS w
        JOIN {what}_entry y ON y.id = w.id
        WHERE w.marks & marked = marked AND y.search @@ q
        ORDER BY w.standing DESC, w.id DESC LIMIT most);
      IF cardinality(ids) >= most OR NOT EXISTS (
        SELECT FROM {what}_tag t WHERE t.tag = listed AND (t.standing, t.id) < (after_standing, after_id)
        ORDER BY t.standing DESC, t.id DESC OFFSET long) THEN RETURN ids; END IF;
    ELSE
      -- What is common stands among the next rows anyway. The index alone says of nearly all the others that they are not meant.
      ids := ARRAY(
        SELECT w.id FROM (
          SELECT x.id, x.standing, x.bits FROM {what}_entry x WHERE (x.standing, x.id) < (after_standing, after_id)
          ORDER BY x.standing DESC, x.id DESC LIMIT CASE step WHEN 'walk' THEN far ELSE 30000 END) AS w
        JOIN {what}_entry y ON y.id = w.id
        WHERE (must[1] IS NULL OR get_bit(w.bits, must[1]) = 1 AND get_bit(w.bits, must[2]) = 1 AND get_bit(w.bits, must[3]) = 1
            AND get_bit(w.bits, coalesce(must[4], must[1])) = 1)
          AND y.search @@ q
        ORDER BY w.standing DESC, w.id DESC LIMIT most);
      IF cardinality(ids) >= most THEN RETURN ids; END IF;
    END IF;
  END LOOP;
  -- Many, and all of them far below.
  RETURN ARRAY(SELECT x.id FROM {what}_entry x
    WHERE x.search @@ q AND (x.standing + 0, x.id) < (after_standing, after_id)
    ORDER BY x.standing + 0 DESC, x.id DESC LIMIT most);
END $$;

-- A page: all of `tags`, one of `phrases`, and the words. Where the words find nothing at all, names that are alike stand in
-- their place, and `alike` says so. The planner is kept to the indexes, and to the plans that it has.
CREATE FUNCTION directory_{what}_page(typed text, tags text[], phrases text[], near boolean, after_standing bigint, after_id uuid, most int)
RETURNS TABLE (id uuid, standing bigint, alike boolean, card jsonb) LANGUAGE plpgsql VOLATILE ROWS 21
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  words tsquery := CASE WHEN typed <> '' THEN directory_query(typed, near) END;
  about tsquery := (SELECT string_agg(phraseto_tsquery('english', phrase)::text, ' | ') FROM unnest(phrases) AS phrase);
  ids uuid[];
  must int[];
  nearby boolean := near;
BEGIN
  -- Only stop words, or nothing that is a word: as if nothing had been typed.
  IF numnode(words) = 0 THEN words := NULL; END IF;
  LOOP
    must := directory_places(array_to_tsvector(tags)
      -- A word must be there unless somebody wrote "or", or a minus.
      || CASE WHEN words IS NULL OR nearby OR typed ~* '-|\mor\M' THEN '' ELSE to_tsvector('english', unaccent(typed)) END);
    ids := directory_{what}_ids(coalesce(words && about, words, about), tags, must, after_standing, after_id, most);
    EXIT WHEN nearby OR cardinality(ids) > 0 OR words IS NULL;
    words := directory_query(typed, true);
    nearby := true;
    EXIT WHEN words IS NULL;
  END LOOP;
  RETURN QUERY
  SELECT x.id, x.standing, nearby, x.card FROM unnest(ids) WITH ORDINALITY AS chosen (id, place) JOIN {what}_entry x ON x.id = chosen.id
  ORDER BY chosen.place;
END $$;

GRANT SELECT ON {what}_entry, {what}_tag TO groundcrew_web, groundcrew_worker;
$text$, '{what}', what);
  END LOOP;
END $make$;
