-- The directory's search tables: written by hand as a whole, for nothing but SQL reads or writes them. See
-- docs/decisions/0030-the-directory-in-two-tables-of-its-own.md.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE FUNCTION directory_bits(words tsvector) RETURNS bit(1024) LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(bit_or(set_bit(0::bit(1024), (hashtextextended(word, 0) >> part & 1023)::int, 1)), 0::bit(1024))
  FROM unnest(tsvector_to_array(words)) AS word, unnest('{0,10,20}'::int[]) AS part);

-- One row a published expert, and one a company that has any: what is searched and in which order it is shown.
CREATE TABLE expert_entry (
  id uuid PRIMARY KEY,
  "companyId" uuid NOT NULL,
  standing bigint NOT NULL,
  /* The average of the company's stars in hundredths; null while nobody has reviewed it. */
  stars int,
  reviews int NOT NULL,
  /* Certifications in force. */
  codes text[] NOT NULL,
  search tsvector NOT NULL,
  /* A Bloom filter of the words and tags in `search`: three bits each. */
  bits bit(1024) NOT NULL GENERATED ALWAYS AS (directory_bits(search)) STORED
);
CREATE TABLE company_entry (
  id uuid PRIMARY KEY,
  standing bigint NOT NULL,
  stars int,
  reviews int NOT NULL,
  codes text[] NOT NULL,
  experts int NOT NULL,
  "rateFromMinor" bigint,
  "rateToMinor" bigint,
  search tsvector NOT NULL,
  bits bit(1024) NOT NULL GENERATED ALWAYS AS (directory_bits(search)) STORED
);
-- A row stays whole: fetching a long profile's words from elsewhere would cost more than all the rest of a search.
ALTER TABLE expert_entry SET (toast_tuple_target = 8160);
ALTER TABLE expert_entry ALTER COLUMN search SET STORAGE MAIN;
ALTER TABLE company_entry SET (toast_tuple_target = 8160);
ALTER TABLE company_entry ALTER COLUMN search SET STORAGE MAIN;
-- The order, and beside it what tells without the row that it cannot be meant.
CREATE INDEX expert_entry_order ON expert_entry (standing DESC, id DESC) INCLUDE (bits);
CREATE INDEX company_entry_order ON company_entry (standing DESC, id DESC) INCLUDE (bits);
CREATE INDEX expert_entry_company ON expert_entry ("companyId");
-- Without fastupdate: a reader would have to go through what writers have put off.
CREATE INDEX expert_entry_search ON expert_entry USING gin (search) WITH (fastupdate = off);
CREATE INDEX company_entry_search ON company_entry USING gin (search) WITH (fastupdate = off);

-- Every word of a name that was ever in the directory: where a misspelt one is looked up. Words alone say nothing of anybody,
-- so none is taken out.
CREATE TABLE name_word (word text PRIMARY KEY);
CREATE INDEX name_word_alike ON name_word USING gin (word gin_trgm_ops);

CREATE INDEX response_answers ON "response" ("expertId", "createdAt" DESC) WHERE origin = 'answer';

-- The published rule. Every company begins as if three customers had given it four stars; each review counts one more. Equals
-- follow by who was active last. Hundredths of a star in the upper half, seconds in the lower one: one number to page by.
CREATE FUNCTION directory_standing(stars bigint, reviews bigint, active timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN (round((12 + coalesce(stars, 0)) * 100.0 / (3 + reviews))::bigint << 32) + extract(epoch FROM active)::bigint;

-- What can be filtered by, as words that no text can hold: the parser makes none that begins with "=".
CREATE FUNCTION directory_tags(country text, freelancer boolean, partner boolean, codes text[], languages text[], rate bigint, stars numeric)
RETURNS text[] LANGUAGE sql STABLE
RETURN ARRAY['=country:' || country, CASE WHEN freelancer THEN '=freelancer' ELSE '=firm' END]
  || CASE WHEN partner THEN ARRAY['=partner'] END
  || ARRAY(SELECT '=code:' || code FROM unnest(codes) AS code)
  || ARRAY(SELECT '=language:' || lower(unaccent(language)) FROM unnest(languages) AS language)
  || ARRAY(SELECT '=rate:' || step FROM unnest('{50,75,100,125,150,200,300}'::int[]) AS step WHERE rate <= step * 100)
  || ARRAY(SELECT '=stars:' || step FROM unnest('{30,35,40,45}'::int[]) AS step WHERE stars * 10 >= step);

CREATE FUNCTION directory_rating(company uuid, OUT sum bigint, OUT reviews bigint, OUT average numeric) LANGUAGE sql STABLE
RETURN (SELECT (sum(r.stars), count(*), avg(r.stars)) FROM "review" r WHERE r."companyId" = company AND r.status = 'published');

-- The words of a name, as misspelt ones are compared with them.
CREATE FUNCTION name_words(name text) RETURNS SETOF text LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT word FROM regexp_split_to_table(lower(unaccent(name)), '[^[:alnum:]]+') AS word WHERE length(word) BETWEEN 3 AND 40;
END;

-- What the tables must hold. The rest keeps them so, and a test compares.
CREATE VIEW expert_entry_truth AS
SELECT e.id, e."companyId",
  directory_standing(rating.sum, rating.reviews, greatest(e."publishedAt", answered.at)) AS standing,
  round(rating.average * 100)::int AS stars, rating.reviews::int AS reviews, held.codes,
  to_tsvector('simple', unaccent(p.name))
    || to_tsvector('english', unaccent(concat_ws(E'\n', p.name, c.name, e.headline, e.summary, e.experience,
      CASE WHEN e."sharesCompany" THEN c.about END)))
    || array_to_tsvector(directory_tags(c.country, c.freelancer, c.partner, held.codes, e.languages, e."rateFromMinor", rating.average))
    || array_to_tsvector(ARRAY(SELECT '=name:' || word FROM name_words(p.name || ' ' || c.name) AS word)) AS search
FROM "expert" e
JOIN "person" p ON p.id = e."personId"
JOIN "company" c ON c.id = e."companyId"
CROSS JOIN LATERAL directory_rating(c.id) AS rating
CROSS JOIN LATERAL (SELECT max(a."createdAt") AS at FROM "response" a WHERE a."expertId" = e.id AND a.origin = 'answer') AS answered
CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT h.code ORDER BY h.code), '{}') AS codes FROM "certification" h
  WHERE h."expertId" = e.id AND h.status = 'verified') AS held
WHERE e."publishedAt" IS NOT NULL AND e."leftAt" IS NULL AND p."suspendedAt" IS NULL
  AND c."suspendedAt" IS NULL AND c."closedAt" IS NULL;

CREATE VIEW company_entry_truth AS
SELECT c.id,
  directory_standing(rating.sum, rating.reviews, team.active) AS standing,
  round(rating.average * 100)::int AS stars, rating.reviews::int AS reviews, held.codes, team.experts,
  team."rateFromMinor", team."rateToMinor",
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
CREATE FUNCTION directory_refresh(company uuid, expert uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('directory ' || company, 0));
  DELETE FROM expert_entry x WHERE x."companyId" = company AND (expert IS NULL OR x.id = expert)
    AND NOT EXISTS (SELECT FROM expert_entry_truth t WHERE t.id = x.id AND t."companyId" = company);
  INSERT INTO expert_entry (id, "companyId", standing, stars, reviews, codes, search)
  SELECT t.* FROM expert_entry_truth t WHERE t."companyId" = company AND (expert IS NULL OR t.id = expert)
  ON CONFLICT (id) DO UPDATE SET "companyId" = excluded."companyId", standing = excluded.standing, stars = excluded.stars,
    reviews = excluded.reviews, codes = excluded.codes, search = excluded.search
  WHERE (expert_entry."companyId", expert_entry.standing, expert_entry.stars, expert_entry.reviews, expert_entry.codes, expert_entry.search)
    IS DISTINCT FROM (excluded."companyId", excluded.standing, excluded.stars, excluded.reviews, excluded.codes, excluded.search);
  DELETE FROM company_entry x WHERE x.id = company AND NOT EXISTS (SELECT FROM company_entry_truth t WHERE t.id = company);
  INSERT INTO company_entry (id, standing, stars, reviews, codes, experts, "rateFromMinor", "rateToMinor", search)
  SELECT t.* FROM company_entry_truth t WHERE t.id = company
  ON CONFLICT (id) DO UPDATE SET standing = excluded.standing, stars = excluded.stars, reviews = excluded.reviews, codes = excluded.codes,
    experts = excluded.experts, "rateFromMinor" = excluded."rateFromMinor", "rateToMinor" = excluded."rateToMinor", search = excluded.search
  WHERE (company_entry.standing, company_entry.stars, company_entry.reviews, company_entry.codes, company_entry.experts,
      company_entry."rateFromMinor", company_entry."rateToMinor", company_entry.search)
    IS DISTINCT FROM (excluded.standing, excluded.stars, excluded.reviews, excluded.codes, excluded.experts,
      excluded."rateFromMinor", excluded."rateToMinor", excluded.search);
  INSERT INTO name_word
  SELECT word FROM (
    SELECT c.name FROM company_entry x JOIN "company" c USING (id) WHERE x.id = company
    UNION ALL SELECT p.name FROM expert_entry x JOIN "expert" e USING (id) JOIN "person" p ON p.id = e."personId"
      WHERE x."companyId" = company AND (expert IS NULL OR x.id = expert)) AS named, name_words(named.name) AS word
  ORDER BY word
  ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION directory_refresh(uuid, uuid) FROM PUBLIC;

CREATE FUNCTION directory_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
    WHEN 'review' THEN PERFORM directory_refresh(changed."companyId", NULL);
    ELSE
      PERFORM directory_refresh(e."companyId", e.id) FROM "expert" e WHERE e.id = changed."expertId";
  END CASE;
  RETURN NULL;
END $$;

-- At commit: whoever writes these rows and in whatever order, the last look comes when all is written.
CREATE CONSTRAINT TRIGGER directory_expert AFTER INSERT OR DELETE OR UPDATE OF "companyId", headline, summary, experience, "rateFromMinor",
  "rateToMinor", languages, "sharesCompany", "publishedAt", "leftAt" ON "expert"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_company AFTER DELETE OR UPDATE OF name, country, about, partner, freelancer, "suspendedAt", "closedAt" ON "company"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_person AFTER UPDATE OF name, "suspendedAt" ON "person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_certification AFTER INSERT OR DELETE OR UPDATE OF code, status ON "certification"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_review AFTER INSERT OR DELETE OR UPDATE OF stars, status ON "review"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();
CREATE CONSTRAINT TRIGGER directory_response AFTER INSERT ON "response"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory_follow();

-- What somebody typed, as words to look for; the names that are most alike where `near` says that the words found nothing.
CREATE FUNCTION directory_query(typed text, near boolean) RETURNS tsquery LANGUAGE plpgsql STABLE
SET pg_trgm.similarity_threshold = 0.2 AS $$
DECLARE
  plain text := unaccent(typed);
  made tsquery;
BEGIN
  IF NOT near THEN
    made := websearch_to_tsquery('english', plain);
    RETURN CASE WHEN numnode(made) = 0 THEN websearch_to_tsquery('simple', plain) ELSE made END;
  END IF;
  FOR plain IN SELECT word FROM name_words(left(plain, 80)) AS word LIMIT 4 LOOP
    made := coalesce(made && alike.words, alike.words) FROM (
      SELECT concat_ws(' | ', quote_literal(plain), string_agg(quote_literal('=name:' || found.word), ' | '))::tsquery AS words FROM (
        SELECT w.word FROM name_word w
        WHERE w.word % plain AND levenshtein_less_equal(w.word, plain, 2) <= CASE WHEN length(plain) < 5 THEN 1 ELSE 2 END
        ORDER BY levenshtein_less_equal(w.word, plain, 2), similarity(w.word, plain) DESC, w.word LIMIT 5) AS found) AS alike;
  END LOOP;
  RETURN made;
END $$;

-- The ids of a page in the order of standing, whatever is looked for, without ever reading many rows: see the decision. `must`
-- are the bits that a row has at least, `either` some of which it has. One function a table, of one text.
DO $make$
DECLARE
  what text;
BEGIN
  FOREACH what IN ARRAY ARRAY['expert', 'company'] LOOP
    EXECUTE replace($text$
CREATE FUNCTION directory_{what}_ids(q tsquery, must bit, either bit, after_standing bigint, after_id uuid, most int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  none constant bit(1024) := 0::bit(1024);
  few constant int := 1000;
  spans constant int[] := '{500,30000}';
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
CREATE FUNCTION directory_page(what text, typed text, tags text[], any_of text[], phrases text[], near boolean, after_standing bigint, after_id uuid, most int,
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
    ids := CASE what WHEN 'expert' THEN directory_expert_ids(q, must, either, after_standing, after_id, most)
      ELSE directory_company_ids(q, must, either, after_standing, after_id, most) END;
    EXIT WHEN alike OR cardinality(ids) > 0 OR words IS NULL;
    words := directory_query(typed, true);
    alike := true;
    EXIT WHEN words IS NULL;
  END LOOP;
END $$;

CREATE FUNCTION directory_experts(typed text, tags text[], any_of text[], phrases text[], near boolean, after_standing bigint, after_id uuid, most int)
RETURNS TABLE (id uuid, standing bigint, alike boolean, name text, "timeZone" text, photo text, headline text, languages text[],
  "rateFromMinor" bigint, "rateToMinor" bigint, currency text, "companyId" uuid, "companyName" text, country text, freelancer boolean,
  partner boolean, stars int, reviews int, codes text[])
LANGUAGE plpgsql STABLE ROWS 21 SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  page record := directory_page('expert', typed, tags, any_of, phrases, near, after_standing, after_id, most);
BEGIN
  RETURN QUERY
  SELECT x.id, x.standing, page.alike, p.name, p."timeZone", f.hash, e.headline, e.languages, e."rateFromMinor", e."rateToMinor",
    e.currency::text, c.id, c.name, c.country::text, c.freelancer, c.partner, x.stars, x.reviews, x.codes
  FROM unnest(page.ids) WITH ORDINALITY AS chosen (id, place)
  JOIN expert_entry x ON x.id = chosen.id
  JOIN "expert" e ON e.id = x.id JOIN "person" p ON p.id = e."personId" JOIN "company" c ON c.id = e."companyId"
  LEFT JOIN "person_photo" f ON f."personId" = p.id
  ORDER BY chosen.place;
END $$;

CREATE FUNCTION directory_companies(typed text, tags text[], any_of text[], phrases text[], near boolean, after_standing bigint, after_id uuid, most int)
RETURNS TABLE (id uuid, standing bigint, alike boolean, name text, country text, about text, freelancer boolean, partner boolean,
  experts int, "rateFromMinor" bigint, "rateToMinor" bigint, stars int, reviews int, codes text[])
LANGUAGE plpgsql STABLE ROWS 21 SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  page record := directory_page('company', typed, tags, any_of, phrases, near, after_standing, after_id, most);
BEGIN
  RETURN QUERY
  SELECT x.id, x.standing, page.alike, c.name, c.country::text, left(c.about, 300), c.freelancer, c.partner,
    x.experts, x."rateFromMinor", x."rateToMinor", x.stars, x.reviews, x.codes
  FROM unnest(page.ids) WITH ORDINALITY AS chosen (id, place)
  JOIN company_entry x ON x.id = chosen.id JOIN "company" c ON c.id = x.id
  ORDER BY chosen.place;
END $$;

INSERT INTO expert_entry (id, "companyId", standing, stars, reviews, codes, search) SELECT * FROM expert_entry_truth;
INSERT INTO company_entry (id, standing, stars, reviews, codes, experts, "rateFromMinor", "rateToMinor", search) SELECT * FROM company_entry_truth;
INSERT INTO name_word
SELECT DISTINCT word FROM (
  SELECT c.name FROM company_entry JOIN "company" c USING (id)
  UNION ALL SELECT p.name FROM expert_entry JOIN "expert" e USING (id) JOIN "person" p ON p.id = e."personId") AS named, name_words(named.name) AS word;

GRANT SELECT ON expert_entry, company_entry, name_word TO groundcrew_web, groundcrew_worker;
